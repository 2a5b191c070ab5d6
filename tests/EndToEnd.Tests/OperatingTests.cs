using System.Text.Json.Nodes;
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

    [Fact]
    public async Task An_owner_suspends_all_cases_of_a_search_sees_which_one_refused_and_resumes_them()
    {
        Repository.NeedPages();
        await server.DeployDesk();
        using var dana = await server.Enter("dana");
        using var chris = await server.Enter(Owner);
        var cases = new List<string>();
        foreach (var number in new[] { "BULKY-1", "BULKY-2", "BULKY-3" })
        {
            var review = await RunningDemo.OpenReview(dana, new WrittenInvoice(number, 10, []));
            cases.Add(review[..review.LastIndexOf('-')]);
        }

        await chris.Post($"/api/cases/{cases[1]}/suspend", new JsonObject { ["reason"] = "by itself" });

        await browser.Visit("about:blank", async page =>
        {
            await Pages.Enter(page, server, Owner);
            await page.GotoAsync($"{server.Url}/cases?q=BULKY");
            await page.GetByRole(AriaRole.Link, new() { Name = "BULKY-3" }).WaitForAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Change all of these…" }).ClickAsync();
            await page.GetByText("whose reference or title begins with “BULKY”").WaitForAsync();
            await page.GetByLabel("Why?").FillAsync("Supplier closed");
            await page.GetByRole(AriaRole.Button, new() { Name = "Change 3 cases" }).ClickAsync();

            await page.GetByText("2 of 3 done, 1 left as they are").WaitForAsync();
            await page.GetByText("Which, and why").ClickAsync();
            await page.GetByText("The case is suspended already.").WaitForAsync();
            Assert.Equal($"/case/{cases[1]}", await page.GetByRole(AriaRole.Link, new() { Name = cases[1] }).GetAttributeAsync("href"));
            await page.GetByRole(AriaRole.Cell, new() { Name = "suspended", Exact = true }).Nth(2).WaitForAsync();

            await page.GetByRole(AriaRole.Button, new() { Name = "Change all of these…" }).ClickAsync();
            await page.GetByLabel("Change", new() { Exact = true }).SelectOptionAsync("Resume");
            await page.GetByLabel("Why?").FillAsync("Open again");
            await page.GetByRole(AriaRole.Button, new() { Name = "Change 3 cases" }).ClickAsync();
            await page.GetByText("3 of 3 done").WaitForAsync();
            await page.GetByRole(AriaRole.Cell, new() { Name = "waits for a person" }).Nth(2).WaitForAsync();
        });

        foreach (var id in cases)
            Assert.Contains((await chris.Get($"/api/cases/{id}"))["timeline"]!.AsArray(),
                entry => ((string?)entry!["detail"])?.Contains("Open again", StringComparison.Ordinal) is true);
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
