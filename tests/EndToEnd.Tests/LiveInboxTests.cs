using EndToEnd.Tests.Browser;
using EndToEnd.Tests.Running;
using Microsoft.Playwright;

namespace EndToEnd.Tests;

public sealed class LiveInboxTests(RunningDemo server, BrowserFixture browser) : IClassFixture<RunningDemo>, IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task New_cases_wait_behind_a_count_and_the_cursor_stays_on_its_case()
    {
        Repository.NeedPages();
        await server.DeployDesk();
        using var dana = await server.Enter("dana");
        for (var i = 0; i < 5; i++) await RunningDemo.OpenReview(dana, new WrittenInvoice($"OLD-{i}", 10, []));

        await browser.Visit("about:blank", async page =>
        {
            await Pages.Enter(page, server, "ada");
            await page.GotoAsync(server.Url + "/inbox");
            var rows = page.Locator("[data-review]");
            await Assertions.Expect(rows).ToHaveCountAsync(5);
            await page.Keyboard.PressAsync("j");
            await page.Keyboard.PressAsync("j");
            var selected = page.Locator("[data-review][aria-selected=true]");
            await Assertions.Expect(selected).ToHaveAttributeAsync("aria-rowindex", "4");
            var id = await selected.GetAttributeAsync("data-review");
            await Assertions.Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();

            for (var i = 0; i < 3; i++) await RunningDemo.OpenReview(dana, new WrittenInvoice($"NEW-{i}", 10, []));

            await page.GetByText("3 new").WaitForAsync();
            await Assertions.Expect(rows).ToHaveCountAsync(5);
            await Assertions.Expect(selected).ToHaveAttributeAsync("data-review", id!);
            await page.Keyboard.PressAsync(".");
            await Assertions.Expect(rows).ToHaveCountAsync(8);
            await Assertions.Expect(selected).ToHaveAttributeAsync("data-review", id!);
            await Assertions.Expect(page.GetByText("3 new")).ToHaveCountAsync(0);
        });
    }
}
