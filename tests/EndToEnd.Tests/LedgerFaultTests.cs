using EndToEnd.Tests.Running;
using Ninben.Testing.Ledger;

namespace EndToEnd.Tests;

/// <summary>Whatever the receiver does, an approved invoice has one entry, and a person hears of it when none could be made.</summary>
public sealed class LedgerFaultTests(RunningDemo server) : IClassFixture<RunningDemo>
{
    [Theory]
    [InlineData(LedgerFault.Hang)]
    [InlineData(LedgerFault.ServerError)]
    [InlineData(LedgerFault.AnswerTwice)]
    [InlineData(LedgerFault.DropAfterRecording)]
    public async Task A_ledger_that_misbehaves_once_has_one_entry_in_the_end(LedgerFault fault)
    {
        await server.DeployDesk("PT0S", attempts: 3, timeout: 2);
        var number = "ONCE-" + fault;
        var id = await Approve(number, fault, times: 1);

        using var max = await server.Enter("max");
        await Until.Holds($"the end of {number}", async () => (await max.Get($"/api/cases/{id}"))["closedAt"] is not null);

        Assert.Single(server.Posted(number));
    }

    [Fact]
    public async Task Where_the_attempts_end_there_is_an_incident_and_trying_again_heals_it()
    {
        await server.DeployDesk("PT0S", attempts: 2, timeout: 2);
        var id = await Approve("STUCK", LedgerFault.ServerError, times: 2);
        using var max = await server.Enter("max");
        var incident = await Until.Some("the incident", async () =>
            (await max.Get($"/api/cases/{id}"))["incidents"]!.AsArray().FirstOrDefault(i => (bool)i!["open"]!));
        Assert.Empty(server.Posted("STUCK"));

        await max.Post($"/api/cases/{id}/incidents/{incident["id"]}/retry");

        await Until.Holds("the end of STUCK", async () => (await max.Get($"/api/cases/{id}"))["closedAt"] is not null);
        Assert.Single(server.Posted("STUCK"));
    }

    private async Task<string> Approve(string number, LedgerFault fault, int times)
    {
        using var dana = await server.Enter("dana");
        using var ada = await server.Enter("ada");
        var review = await RunningDemo.OpenReview(dana, new WrittenInvoice(number, 42, []));
        server.Ledger.Misbehave(fault, times);
        await ada.Post($"/api/reviews/{review}/verdict", Verdict.Approve(await ada.Get($"/api/reviews/{review}")));
        return review[..review.LastIndexOf('-')];
    }
}
