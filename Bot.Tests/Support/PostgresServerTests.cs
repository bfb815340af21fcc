using System.Net.Sockets;
using Npgsql;
using NUnit.Framework;

namespace ChatbotSante.Tests.Support;

public sealed class PostgresServerTests
{
    [Test]
    public async Task The_shared_server_is_one_and_gives_each_test_a_database()
    {
        var server = await PostgresServer.SharedAsync();
        var first = await server.CreateDatabaseAsync();
        var second = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();

        Assert.That(
            await AskAsync(server.ConnectionString(first), "SELECT current_database()"),
            Is.EqualTo(first)
        );
        Assert.That(
            await AskAsync(server.ConnectionString(second), "SHOW fsync"),
            Is.EqualTo("on")
        );
        Assert.That(second, Is.Not.EqualTo(first));
    }

    [Test]
    public async Task Nothing_is_left_of_a_server_of_one_s_own()
    {
        string folder;
        string connectionString;

        await using (var server = await PostgresServer.StartAsync("synchronous_commit=off"))
        {
            folder = server.Folder;
            connectionString = server.ConnectionString("postgres");

            Assert.That(
                await AskAsync(connectionString, "SHOW synchronous_commit"),
                Is.EqualTo("off")
            );
        }

        Assert.That(Directory.GetParent(folder)!.Exists, Is.False);
        await Assert.ThatAsync(
            () => AskAsync(connectionString, "SELECT 1"),
            Throws.InstanceOf<NpgsqlException>().With.InnerException.InstanceOf<SocketException>()
        );
    }

    private static async Task<string?> AskAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);

        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
