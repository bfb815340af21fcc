using ChatbotSante.Tests.Support.Sweep;
using NUnit.Framework;
using StackExchange.Redis;

namespace ChatbotSante.Tests.Support;

public sealed class RedisServerTests
{
    [Test]
    public async Task What_it_holds_can_be_swept()
    {
        await using var server = await RedisServer.StartAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(
            server.ConnectionString
        );
        await connection.GetDatabase().StringSetAsync("key", "held: Quillebœuf");

        var found = await new ByteSweep("Quillebœuf").FindInAsync(await server.SaveAsync());

        Assert.That(found, Has.Count.EqualTo(1));
    }
}
