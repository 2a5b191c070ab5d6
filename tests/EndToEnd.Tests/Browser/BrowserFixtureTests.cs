using Xunit.Sdk;

namespace EndToEnd.Tests.Browser;

public sealed class BrowserFixtureTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public Task Shows_a_page_that_complains_of_nothing() =>
        browser.Visit("data:text/html,<title>quiet</title>", async page => Assert.Equal("quiet", await page.TitleAsync()));

    [Fact]
    public async Task Fails_when_the_page_writes_an_error()
    {
        const string loud = "data:text/html,<title>loud</title><script>console.error('broken')</script>";

        var failure = await Record.ExceptionAsync(() => browser.Visit(loud, page => page.WaitForLoadStateAsync()));

        if (failure is SkipException) throw failure;
        Assert.Contains("broken", Assert.IsType<EmptyException>(failure).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fails_when_a_script_throws()
    {
        const string broken = "data:text/html,<script>nothing.here</script>";

        var failure = await Record.ExceptionAsync(() => browser.Visit(broken, page => page.WaitForLoadStateAsync()));

        if (failure is SkipException) throw failure;
        Assert.Contains("nothing", Assert.IsType<EmptyException>(failure).Message, StringComparison.Ordinal);
    }
}
