using ChatbotSante.Tests.Support;
using NUnit.Framework;

[assembly: Parallelizable(ParallelScope.All)]
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[assembly: LevelOfParallelism(2)]

namespace ChatbotSante.Tests;

/// <summary>
/// Every test has a fixture object of its own and they run side by side. What all of them share ends here: a set-up fixture
/// watches over its own namespace and those below, hence not over <c>Support</c> alone.
/// </summary>
[SetUpFixture]
public sealed class TestRun
{
    [OneTimeTearDown]
    public static async Task StopServersAsync()
    {
        await PostgresServer.StopSharedAsync();
        await RedisServer.StopSharedAsync();
    }
}
