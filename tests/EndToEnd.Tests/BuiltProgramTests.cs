namespace EndToEnd.Tests;

public sealed class BuiltProgramTests
{
    [Fact]
    public async Task Serves_its_pages_and_leaves_nothing_behind()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var client = new HttpClient();
        string folder;
        string address;

        await using (var program = await BuiltProgram.Start(["serve"], cancellationToken))
        {
            (folder, address) = (program.DataFolder, program.Address);
            Assert.Contains("<div id=\"root\"", await client.GetStringAsync(new Uri(address), cancellationToken), StringComparison.Ordinal);
        }

        Assert.False(Directory.Exists(folder));
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(new Uri(address), cancellationToken));
    }
}
