using System.Globalization;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Browser;
using EndToEnd.Tests.Running;
using Microsoft.Playwright;

namespace EndToEnd.Tests;

public sealed class InboxByKeyboardTests(RunningDemo server, BrowserFixture browser) : IClassFixture<RunningDemo>, IClassFixture<BrowserFixture>
{
    private const int Cases = 20;
    private int _keys;

    [Fact]
    public async Task A_clerk_clears_twenty_invoices_by_keyboard_alone_and_the_ledger_holds_exactly_what_was_approved()
    {
        Repository.NeedPages();
        await server.DeployDesk("PT4S");
        using var dana = await server.Enter("dana");
        var plans = new Dictionary<string, Plan>(StringComparer.Ordinal);
        for (var i = 0; i < Cases; i++)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"KEY-{i:00}");
            plans[number] = new Plan(await RunningDemo.OpenReview(dana, new WrittenInvoice(number, 100 + i, Doubts(i))), Doubts(i).Length, Kind(i));
        }

        await browser.Visit(server.Url, async page =>
        {
            await Pages.SignIn(page, "Ada Reviewer");
            await page.GetByRole(AriaRole.Row, new() { Name = "KEY-00" }).WaitForAsync();
            await page.Keyboard.PressAsync("Shift+Enter");
            for (var i = 0; i < Cases; i++) await Clear(page, plans);
            // The last verdict leads back to the inbox, which has nothing left and says so without a further key.
            await page.Locator("header h1").Filter(new() { HasText = "Inbox" }).WaitForAsync();
            await page.GetByRole(AriaRole.Heading, new() { Name = "All clear" }).WaitForAsync();
            await Until.Holds("the server has nothing open", async () => (int)(await dana.Get("/api/reviews/count"))["open"]! == 0);
        });

        using var max = await server.Enter("max");
        foreach (var (number, plan) in plans) await Check(max, number, plan);
    }

    private static string[] Doubtful(int i) => (i % 4) switch { 0 => [], 1 => ["total"], 2 => ["number", "total"], _ => ["number", "date", "total"] };

    private static System.Collections.Immutable.ImmutableArray<string> Doubts(int i) => [.. Doubtful(i)];

    private static Act Kind(int i) => i switch { 5 or 13 => Act.Amend, 7 or 12 => Act.Reject, 10 => Act.UndoThenReject, _ => Act.Approve };

    private async Task Clear(IPage page, Dictionary<string, Plan> plans)
    {
        var title = await Until.Some("the next review", async () =>
        {
            var found = await Pages.Title(page);
            return plans.TryGetValue(found, out var known) && !known.Done ? found : null;
        });
        var plan = plans[title];
        plan.Done = true;
        await Pages.Review(page, title);
        _keys = 0;
        switch (plan.Act)
        {
            case Act.Approve:
                await Walk(page, plan.Flags);
                await Press(page, "a");
                Assert.Equal(plan.Flags + 1, _keys);
                break;
            case Act.Amend:
                await Amend(page, plan.Flags);
                // Besides the value itself: to edit, to replace all of it, to be done with it, and to approve.
                Assert.Equal(plan.Flags - 1 + 4, _keys);
                break;
            case Act.Reject:
                await Press(page, "r");
                await Press(page, "1");
                Assert.Equal(2, _keys);
                break;
            case Act.UndoThenReject:
                await Walk(page, plan.Flags);
                await Press(page, "a");
                await Left(page, title);
                // Taken back while it is still held: the page returns to it, with what was confirmed before.
                await page.GetByRole(AriaRole.Region, new() { Name = "Undo" }).Filter(new() { HasText = title }).Filter(new() { HasText = "s to undo" })
                    .WaitForAsync();
                await Press(page, "z");
                await Pages.Review(page, title);
                await Press(page, "r");
                await Press(page, "2");
                // One key takes it back, and what was confirmed before need not be confirmed again.
                Assert.Equal(plan.Flags + 4, _keys);
                break;
        }

        await Left(page, title);
    }

    private static Task Left(IPage page, string title) => page.GetByRole(AriaRole.Heading, new() { Name = title, Level = 1, Exact = true })
        .WaitForAsync(new() { State = WaitForSelectorState.Detached });

    private async Task Walk(IPage page, int flags)
    {
        for (var i = 0; i < flags; i++) await Press(page, "Enter");
    }

    // The last flagged field has the focus after the others were walked; its total is typed anew.
    private async Task Amend(IPage page, int flags)
    {
        await Walk(page, flags - 1);
        await Press(page, "e");
        await page.Locator("[data-field=total] input").WaitForAsync();
        await Press(page, "Control+a");
        await page.Keyboard.TypeAsync("777.5");
        await Press(page, "Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve with 1 change" }).WaitForAsync();
        await Press(page, "a");
    }

    private async Task Press(IPage page, string key)
    {
        _keys++;
        await page.Keyboard.PressAsync(key);
    }

    private async Task Check(Person max, string number, Plan plan)
    {
        var id = plan.Review[..plan.Review.LastIndexOf('-')];
        var detail = await Until.Some($"the end of {number}", async () => await max.Get($"/api/cases/{id}") is { } found
            && found["closedAt"] is not null ? found : null);
        var review = await max.Get($"/api/reviews/{plan.Review}");
        var entries = server.Posted(number);
        if (plan.Act is Act.Reject or Act.UndoThenReject)
        {
            Assert.Empty(entries);
            Assert.Equal("reject", (string)review["verdict"]!["kind"]!);
            return;
        }

        Assert.Equal(plan.Act == Act.Amend ? "amend" : "approve", (string)review["verdict"]!["kind"]!);
        var entry = Assert.Single(entries);
        var decided = detail["variables"]!["invoice"]!;
        Assert.True(JsonNode.DeepEquals(decided, JsonNode.Parse(entry.Body.GetRawText())), $"decided {decided.ToJsonString()}, posted {entry.Body}");
        if (plan.Act == Act.Amend) Assert.Equal(777.5m, (decimal)decided["total"]!);
    }

    private enum Act
    {
        Approve,
        Amend,
        Reject,
        UndoThenReject,
    }

    private sealed record Plan(string Review, int Flags, Act Act)
    {
        public bool Done { get; set; }
    }
}
