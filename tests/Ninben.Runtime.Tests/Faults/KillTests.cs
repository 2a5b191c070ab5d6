using System.Globalization;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Audit;
using Ninben.Runtime.Views;

namespace Ninben.Runtime.Tests.Faults;

public sealed class KillTests
{
    private const int Clients = 12;

    [Fact]
    public async Task Loses_nothing_acknowledged_and_does_nothing_twice_when_it_is_killed_again_and_again()
    {
        var kills = int.TryParse(Environment.GetEnvironmentVariable("NINBEN_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? asked : 8;
        var seed = int.TryParse(Environment.GetEnvironmentVariable("NINBEN_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var given)
            ? given : Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}, {kills} kills");
        var folder = Directory.CreateTempSubdirectory("ninben-kill-").FullName;
        var driver = new KillDriver(folder, new Random(seed));

        await driver.Run(kills, Clients);

        var ledger = await File.ReadAllLinesAsync(Path.Combine(folder, "ledger.log"), TestContext.Current.CancellationToken);
        await using (var runtime = await RuntimeUnderTest.Start(new RuntimeSetup
        {
            Folder = Path.Combine(folder, "data"),
            Connectors = [new LedgerFile(Path.Combine(folder, "ledger.log"))]
        }))
        {
            // What no attempt answered is sent again; wait for the last one.
            foreach (var (_, id) in driver.Opened) await runtime.Until(new CaseId(id), row => row.State is "completed" or "waiting");
            foreach (var (_, id) in driver.Callers) await runtime.Until(new CaseId(id), row => row.State == "completed");
            await Check(driver, runtime);
            ledger = await File.ReadAllLinesAsync(Path.Combine(folder, "ledger.log"), TestContext.Current.CancellationToken);
        }

        Assert.NotEmpty(driver.Approved);
        Assert.NotEmpty(driver.Callers);
        CheckLedger(ledger, driver);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task Check(KillDriver driver, RuntimeUnderTest runtime)
    {
        foreach (var (number, id) in driver.Opened)
        {
            var facts = await runtime.FactsOf(new CaseId(id));
            Assert.Equal("case.opened.v1", facts[0].Type);
            var expectsVerdict = driver.Approved.ContainsKey(id);
            Assert.Equal(expectsVerdict ? 1 : 0, facts.Count(fact => fact.Type == "verdict.given.v1"));
            Assert.Equal(number % 2 == 0 || expectsVerdict ? "completed" : "waiting", (await runtime.Row(new CaseId(id))).State);
        }

        // Every command that was asked at all was asked until it was answered, so there is exactly one case per number.
        var counts = await runtime.Get<ICaseView>().CountByProcess(TestContext.Current.CancellationToken);
        Assert.Equal(driver.Opened.Count + (2 * driver.Callers.Count), counts.Sum(count => count.Open + count.Closed));
        Assert.Empty((await runtime.Get<ChainVerifier>().Verify(null, TestContext.Current.CancellationToken)).Problems);
    }

    /// <summary>One key and one payload per acted case: whoever honours the key has acted once.</summary>
    private static void CheckLedger(string[] lines, KillDriver driver)
    {
        var byItem = lines.Select(line => line.Split(' ')).GroupBy(words => words[2]).ToList();
        foreach (var item in byItem) Assert.Single(item.Select(words => (words[0], words[1])).Distinct());
        Assert.Equal(byItem.Count, byItem.Select(item => item.First()[0]).Distinct().Count());
        var acted = driver.Opened.Count(opened => opened.Key % 2 == 0 || driver.Approved.ContainsKey(opened.Value));
        Assert.Equal(acted + driver.Callers.Count, byItem.Count);
    }
}
