using EndToEnd.Tests.Browser;
using EndToEnd.Tests.Running;
using Microsoft.Playwright;

namespace EndToEnd.Tests;

public sealed class StaleTabTests(RunningDemo server, BrowserFixture browser) : IClassFixture<RunningDemo>, IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task The_second_verdict_on_a_review_is_refused_with_who_decided_and_when_and_keeps_what_was_typed()
    {
        Repository.NeedPages();
        await server.DeployDesk("PT60S");
        using var dana = await server.Enter("dana");
        var review = await RunningDemo.OpenReview(dana, new WrittenInvoice("TWO-TABS", 10, []));

        await browser.Visit("about:blank", async first =>
        {
            await Pages.Enter(first, server, "ada");
            await first.GotoAsync($"{server.Url}/review/{review}");
            await Pages.Review(first, "TWO-TABS");
            var second = await first.Context.NewPageAsync();
            // What happened meanwhile does not reach this tab: its verdict is the first that it hears.
            await second.RouteAsync("**/api/events", route => route.AbortAsync());
            await second.GotoAsync($"{server.Url}/review/{review}");
            await Pages.Review(second, "TWO-TABS");
            await second.Keyboard.PressAsync("n");
            await second.Keyboard.TypeAsync("typed in the second tab");
            await second.GetByLabel("Note", new() { Exact = true }).BlurAsync();

            await first.BringToFrontAsync();
            await first.Keyboard.PressAsync("a");
            await Until.Holds("the first verdict", async () => (await dana.Get($"/api/reviews/{review}"))["verdict"] is not null);
            await second.BringToFrontAsync();
            await second.Keyboard.PressAsync("r");
            await second.Keyboard.PressAsync("1");

            var alert = second.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Ada Reviewer" }).First;
            await alert.WaitForAsync();
            Assert.Matches(@"Decided by Ada Reviewer at \d{4}-\d\d-\d\dT|Ada Reviewer decided this at", await alert.InnerTextAsync());
            await second.GetByRole(AriaRole.Heading, new() { Name = "TWO-TABS", Level = 1 }).WaitForAsync();
            await Assertions.Expect(second.Locator("#review-note")).ToHaveValueAsync("typed in the second tab");
        });
        var detail = await dana.Get($"/api/reviews/{review}");
        Assert.Equal("approve", (string)detail["verdict"]!["kind"]!);
    }
}
