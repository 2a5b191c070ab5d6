using System.Diagnostics;
using System.Text;
using EndToEnd.Tests.Running;

namespace EndToEnd.Tests;

public sealed class DemoTests
{
    [Fact]
    public async Task The_demo_opens_its_doors_and_its_books_are_unbroken_until_a_byte_is_changed()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var copy = Directory.CreateTempSubdirectory("ninben-e2e-copy-").FullName;
        try
        {
            await using (var program = await BuiltProgram.Start(["demo"], cancellationToken))
            {
                await Until.Holds("the address on the console", () => Task.FromResult(program.Output.Contains($"Open {program.Address}", StringComparison.Ordinal)));
                using var max = await Person.Enter(program.Address, "max");
                foreach (var persona in new[] { "ada", "ben", "chris", "dana", "eve" }) (await Person.Enter(program.Address, persona)).Dispose();
                await Until.Some("reviews in the inbox", async () => (await max.All("/api/reviews?view=open")).FirstOrDefault());
                await program.Crash(cancellationToken);

                var (code, text) = await BuiltProgram.Run(["verify", "--data", program.DataFolder], cancellationToken);
                Assert.True(code == 0, text);
                Assert.Contains("every chain holds", text, StringComparison.Ordinal);
                foreach (var file in Directory.EnumerateFiles(program.DataFolder)) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
            }

            ChangeOneByte(copy);

            var (broken, told) = await BuiltProgram.Run(["verify", "--data", copy], cancellationToken);
            Assert.True(broken == 1, told);
            Assert.Matches(@"BROKEN case [0-9a-f]{32} fact \d+: ", told);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    // In every file, because what is not yet in the database itself is still in the journal beside it.
    private static void ChangeOneByte(string folder)
    {
        var known = Encoding.UTF8.GetBytes("O-70037");
        var changed = 0;
        foreach (var path in Directory.EnumerateFiles(folder, "*.db*"))
        {
            var bytes = File.ReadAllBytes(path);
            for (var at = bytes.AsSpan().IndexOf(known); at >= 0;)
            {
                bytes[at + 6] = (byte)'9';
                changed++;
                var next = bytes.AsSpan(at + 1).IndexOf(known);
                at = next < 0 ? -1 : at + 1 + next;
            }

            File.WriteAllBytes(path, bytes);
        }

        Assert.True(changed > 0, "The order of the sample case is nowhere in the database.");
    }
}
