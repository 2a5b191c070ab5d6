using System.Text.Json.Nodes;
using EndToEnd.Tests.Browser;
using EndToEnd.Tests.Running;
using Microsoft.Playwright;
using Ninben.Testing.Samples;

namespace EndToEnd.Tests;

/// <summary>A claim in the browser: the checks that the model chose, two people side by side, a message, and what the case's page says of it.</summary>
public sealed class ClaimsTests(RunningDemo server, BrowserFixture browser) : IClassFixture<RunningDemo>, IClassFixture<BrowserFixture>
{
    private const string Title = "C-2002 · Tom Okafor";

    [Fact]
    public async Task A_claim_is_judged_by_four_eyes_and_paid_when_its_proof_arrives()
    {
        Repository.NeedPages();
        var sample = SampleLoader.Load(Path.Combine(Repository.Samples, "claims-handling"));
        var door = new SampleDoor(
            (Ninben.Runtime.Deployments.IDeployments)server.Services.GetService(typeof(Ninben.Runtime.Deployments.IDeployments))!,
            (Ninben.Runtime.Documents.IDocuments)server.Services.GetService(typeof(Ninben.Runtime.Documents.IDocuments))!,
            (Ninben.Runtime.Execution.ICaseRunner)server.Services.GetService(typeof(Ninben.Runtime.Execution.ICaseRunner))!, TimeProvider.System);
        await SampleSeed.Deploy(sample, door, TestContext.Current.CancellationToken);
        var opened = await SampleSeed.Open(sample.Cases.Single(c => c.BusinessKey == "claim-02"), SampleForm.Text, door, TestContext.Current.CancellationToken);
        using var max = await server.Enter("max");

        await browser.Visit("about:blank", async page =>
        {
            await Pages.Enter(page, server, "max");
            await page.GotoAsync($"{server.Url}/case/{opened.Case}");
            await page.GetByText("Judge with four eyes").First.WaitForAsync();

            foreach (var person in (string[])["ada", "ben"]) await Approve(person);
            await max.TryJson("/api/messages", new JsonObject { ["name"] = "claim-proof", ["key"] = "C-2002", ["timeToLiveSeconds"] = 60 });

            // The page follows the case by itself.
            await page.GetByText("The case is finished").First.WaitForAsync();
            await page.GetByText("Reserve the money").First.WaitForAsync();
        });

        var detail = await max.Get($"/api/cases/{opened.Case}");
        Assert.Equal("completed", (string)detail["state"]!);
        Assert.Equal(["approved", "approved"], detail["variables"]!["votes"]!.AsArray().Select(vote => (string)vote!));
    }

    /// <summary>Each of the two sees the review of their own group in the inbox, and gives the verdict with one key.</summary>
    private async Task Approve(string person) => await browser.Visit("about:blank", async page =>
    {
        await Pages.Enter(page, server, person);
        await page.GotoAsync($"{server.Url}/inbox");
        await page.GetByRole(AriaRole.Row, new() { Name = Title }).WaitForAsync();
        await page.Keyboard.PressAsync("Shift+Enter");
        await Pages.Review(page, Title);
        await page.Keyboard.PressAsync("a");
        await page.GetByRole(AriaRole.Heading, new() { Name = Title, Level = 1, Exact = true }).WaitForAsync(new() { State = WaitForSelectorState.Detached });
    });
}
