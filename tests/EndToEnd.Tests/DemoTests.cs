using System.Text;
using EndToEnd.Tests.Running;
using Ninben.Storage.Sqlite.Native;

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
                await Until.Holds("the address on the console", () =>
                    Task.FromResult(program.Output.Contains($"Open {program.Address}", StringComparison.Ordinal)));
                using var max = await Person.Enter(program.Address, "max");
                foreach (var persona in new[] { "ada", "ben", "chris", "dana", "eve" }) (await Person.Enter(program.Address, persona)).Dispose();
                await Until.Holds("the refund in the database", async () => (await max.All("/api/cases?process=refund")).Count > 0);
                await Until.Holds("reviews in the inbox", async () => (await max.All("/api/reviews?view=open")).Count > 0);
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

    // The journal is folded in first: a changed byte there would only make SQLite take the rest of it for a torn write.
    private static void ChangeOneByte(string folder)
    {
        var path = Path.Combine(folder, "ninben.db");
        using (var database = SqliteDatabase.OpenWriter(path)) database.Execute("pragma wal_checkpoint(truncate)");

        var known = Encoding.UTF8.GetBytes("O-70037");
        var bytes = File.ReadAllBytes(path);
        var changed = 0;
        for (var at = 0; bytes.AsSpan(at).IndexOf(known) is var found and >= 0; changed++)
        {
            at += found;
            bytes[at + 6] = (byte)'9';
        }

        Assert.True(changed > 0, "The order of the sample case is nowhere in the database.");
        File.WriteAllBytes(path, bytes);
    }
}
