using System.Text.Json.Nodes;
using EndToEnd.Tests.Browser;
using EndToEnd.Tests.Running;
using Microsoft.Playwright;
using Ninben.Testing.Samples;

namespace EndToEnd.Tests;

/// <summary>A reviewer sees without a click which rule of which version held the case, and on which value.</summary>
public sealed class WhyHeldTests(RunningDemo server, BrowserFixture browser) : IClassFixture<RunningDemo>, IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task A_held_invoice_says_in_words_which_rule_held_it_and_folds_the_values()
    {
        Repository.NeedPages();
        var review = await HoldAnInvoice();

        await browser.Visit("about:blank", async page =>
        {
            await Pages.Enter(page, server, "max");
            await page.GotoAsync($"{server.Url}/review/{review}");

            var because = page.GetByRole(AriaRole.List, new() { Name = "Because" });
            await because.WaitForAsync();
            var sentence = because.GetByText("(rule 11 of findings, invoice gate v1)");
            Assert.Matches(@"^Total \d,\d{3}(\.\d+)? is at least 1,000 \(rule 11 of findings, invoice gate v1\)$", await sentence.InnerTextAsync());

            await page.Keyboard.PressAsync("w");
            var trace = page.GetByRole(AriaRole.Complementary, new() { Name = "Why is this here?" });
            await trace.WaitForAsync();
            Assert.Contains("Large amounts are looked at whatever the confidence", await trace.InnerTextAsync(), StringComparison.Ordinal);
            Assert.DoesNotContain("Order number", await trace.InnerTextAsync(), StringComparison.Ordinal);
            await trace.GetByText("On these values").ClickAsync();
            await trace.GetByText("Order number").WaitForAsync();
        });
    }

    private async Task<string> HoldAnInvoice()
    {
        var sample = SampleLoader.Load(Path.Combine(Repository.Samples, "invoice-approval"));
        var door = new SampleDoor(
            (Ninben.Runtime.Deployments.IDeployments)server.Services.GetService(typeof(Ninben.Runtime.Deployments.IDeployments))!,
            (Ninben.Runtime.Documents.IDocuments)server.Services.GetService(typeof(Ninben.Runtime.Documents.IDocuments))!,
            (Ninben.Runtime.Execution.ICaseRunner)server.Services.GetService(typeof(Ninben.Runtime.Execution.ICaseRunner))!, TimeProvider.System);
        await SampleSeed.Deploy(sample, door, TestContext.Current.CancellationToken);
        await SampleSeed.Open(sample.Cases.Single(c => c.BusinessKey == "invoice-05"), SampleForm.Text, door, TestContext.Current.CancellationToken);
        using var max = await server.Enter("max");
        JsonObject row = await Until.Some("the held invoice", async () => await max.All("/api/reviews?view=open") is [var first, ..] ? first : null);
        return (string)row["id"]!;
    }
}
