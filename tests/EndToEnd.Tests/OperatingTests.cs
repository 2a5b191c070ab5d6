using EndToEnd.Tests.Browser;
using EndToEnd.Tests.Running;
using Microsoft.Playwright;

namespace EndToEnd.Tests;

public sealed class OperatingTests(RunningDemo server, BrowserFixture browser) : IClassFixture<RunningDemo>, IClassFixture<BrowserFixture>
{
    private const string Owner = "chris";

    [Fact]
    public async Task An_owner_suspends_a_case_repairs_a_value_and_resumes_it()
    {
        Repository.NeedPages();
        await server.DeployDesk();
        using var dana = await server.Enter("dana");
        var review = await RunningDemo.OpenReview(dana, new WrittenInvoice("WRONG-1", 10, []));
        var id = review[..review.LastIndexOf('-')];

        await browser.Visit("about:blank", async page =>
        {
            await Pages.Enter(page, server, Owner);
            await page.GotoAsync($"{server.Url}/case/{id}?tab=values");

            await Operate(page, "Suspend", "Why is it suspended?", "The amount is wrong", "Suspend the case");
            await page.GetByRole(AriaRole.Status).Filter(new() { HasText = "The amount is wrong" }).WaitForAsync();

            await page.GetByRole(AriaRole.Button, new() { Name = "Edit a value" }).ClickAsync();
            await page.GetByLabel("Value", new() { Exact = true }).SelectOptionAsync([""]);
            await page.GetByLabel("Name", new() { Exact = true }).FillAsync("checkedBy");
            await page.GetByLabel("New value as JSON").FillAsync("not JSON");
            await page.GetByText("This is not JSON").WaitForAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Write the value" })).ToBeDisabledAsync();
            await page.GetByLabel("New value as JSON").FillAsync("\"Olivia\"");
            await page.GetByLabel("Why is it changed?").FillAsync("Checked by phone");
            await page.GetByRole(AriaRole.Button, new() { Name = "Write the value" }).ClickAsync();
            await page.GetByText("Olivia", new() { Exact = true }).First.WaitForAsync();

            await Operate(page, "Resume", "Why does it go on?", "Repaired", "Resume the case");
            await page.GetByRole(AriaRole.Button, new() { Name = "Suspend", Exact = true }).WaitForAsync();
        });

        var detail = await dana.Get($"/api/cases/{id}");
        Assert.Equal("Olivia", (string)detail["variables"]!["checkedBy"]!);
        Assert.Equal("waiting", (string)detail["state"]!);
    }

    [Fact]
    public async Task An_owner_sees_what_a_new_version_would_do_and_lets_the_case_run_by_it()
    {
        Repository.NeedPages();
        await server.DeployDesk();
        using var dana = await server.Enter("dana");
        var review = await RunningDemo.OpenReview(dana, new WrittenInvoice("OLD-1", 10, []));
        var id = review[..review.LastIndexOf('-')];
        await server.DeployDesk("PT30S");

        await browser.Visit("about:blank", async page =>
        {
            await Pages.Enter(page, server, Owner);
            await page.GotoAsync($"{server.Url}/case/{id}");
            await page.GetByRole(AriaRole.Button, new() { Name = "Change version" }).ClickAsync();
            var version = page.GetByLabel("Version", new() { Exact = true });
            await version.SelectOptionAsync(new SelectOptionValue { Index = 0 });
            await page.GetByText("Everything that is under way has its place in that version.").WaitForAsync();
            await page.GetByRole(AriaRole.Cell, new() { Name = "goes on", Exact = true }).First.WaitForAsync();
            await page.GetByLabel("Why does it change its version?").FillAsync("Longer hold");
            await page.GetByRole(AriaRole.Button, new() { Name = "Change the version" }).ClickAsync();
            await page.GetByText("Longer hold").First.WaitForAsync();
        });

        var facts = (await dana.Get($"/api/cases/{id}"))["timeline"]!.AsArray();
        Assert.Contains(facts, fact => (string)fact!["kind"]! == "case.migrated.v1");
    }

    private static async Task Operate(IPage page, string open, string why, string reason, string act)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = open, Exact = true }).ClickAsync();
        await page.GetByLabel(why).FillAsync(reason);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = act, Exact = true }).WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }
}
