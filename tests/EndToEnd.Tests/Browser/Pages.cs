using EndToEnd.Tests.Running;
using Microsoft.Playwright;

namespace EndToEnd.Tests.Browser;

/// <summary>What tests of the pages do again and again.</summary>
internal static class Pages
{
    /// <summary>Signs in by the keyboard alone: the first persona's button is reached with Tab.</summary>
    public static async Task SignIn(IPage page, string name)
    {
        var persona = page.GetByRole(AriaRole.Button, new() { Name = name });
        await persona.WaitForAsync();
        for (var i = 0; i < 20; i++)
        {
            if (await persona.EvaluateAsync<bool>("element => element === document.activeElement")) break;
            await page.Keyboard.PressAsync("Tab");
        }

        // The page changes its address without loading again, so its address is what is waited for. The key goes to the button itself: the list of
        // personas may be drawn anew between the look at the focus and the key.
        await persona.PressAsync("Enter");
        await Until.Holds("the page behind the sign-in", () => Task.FromResult(!page.Url.Contains("signin", StringComparison.Ordinal)));
    }

    /// <summary>Takes the session of a person over, so that a test starts on the page it is about.</summary>
    public static async Task Enter(IPage page, RunningDemo server, string persona)
    {
        var answer = await page.APIRequest.PostAsync(server.Url + "/api/session/persona", new()
        {
            DataObject = new { id = persona },
            Headers = new Dictionary<string, string> { ["X-Ninben"] = "1" },
        });
        Assert.True(answer.Ok, await answer.TextAsync());
    }

    /// <summary>Waits until the review of that title can be worked on.</summary>
    public static async Task<ILocator> Review(IPage page, string title)
    {
        await page.GetByRole(AriaRole.Heading, new() { Name = title, Level = 1, Exact = true }).WaitForAsync();
        var workspace = page.Locator("[data-workspace]");
        await workspace.GetByRole(AriaRole.Button, new() { Name = "Reject" }).WaitForAsync();
        return workspace;
    }

    /// <summary>The title of the review on screen.</summary>
    public static Task<string> Title(IPage page) => page.Locator("[data-workspace] h1").InnerTextAsync();
}
