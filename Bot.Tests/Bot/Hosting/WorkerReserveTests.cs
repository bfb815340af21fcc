using ChatbotSante.Bot.Hosting;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Hosting;

public sealed class WorkerReserveTests
{
    [TestCase(7, 7, 1, true, TestName = "Work waits and none is finished")]
    [TestCase(7, 8, 1, false, TestName = "Work waits and some is finished")]
    [TestCase(7, 7, 0, false, TestName = "Nothing waits")]
    public void The_pool_stands_still_when(long before, long now, long waiting, bool expected) =>
        Assert.That(WorkerReserve.StandsStill(before, now, waiting), Is.EqualTo(expected));
}
