using Microsoft.Extensions.Logging.Abstractions;
using Ninben.Bpmn.Cases;
using Ninben.Connectors.Documents;
using Ninben.Connectors.Folder;

namespace Ninben.Connectors.Tests.Folder;

public sealed class FolderIntakeTests : IDisposable
{
    private static readonly byte[] Png =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==");

    private readonly string _path = Directory.CreateTempSubdirectory("ninben-folder-").FullName;
    private readonly MemoryDocuments _documents = new();
    private readonly MemoryCases _cases = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_path, recursive: true);

    [Fact]
    public async Task Makes_a_case_of_a_file_once_it_stays_the_same()
    {
        var intake = Intake();
        Write("inv-17.png", Png);

        Assert.Equal(0, await intake.Look(Stop));
        Assert.Equal(1, await intake.Look(Stop));
        Assert.Equal(0, await intake.Look(Stop));

        var (command, by, key) = Assert.Single(_cases.Opened);
        Assert.Equal(("invoice-approval", 3, "inv-17"), (command.Process, command.Version, command.BusinessKey));
        var hash = command.Variables["document"].AsString();
        Assert.Equal("image/png", (await _documents.Find(hash, Stop))!.MediaType);
        Assert.Equal(($"folder-post-{hash}", hash), (key.Key, key.BodyHash));
        Assert.Equal("folder:post", by.Id);
        Assert.Equal(["done/inv-17.png"], Files());
    }

    [Fact]
    public async Task Waits_while_a_file_grows_or_has_the_name_of_an_unfinished_one()
    {
        var intake = Intake();
        Write("scan.png", Png[..20]);
        Write("other.png.part", Png);
        Write(".hidden.png", Png);

        await intake.Look(Stop);
        Write("scan.png", Png[..40]);
        await intake.Look(Stop);
        Write("scan.png", Png);
        await intake.Look(Stop);
        Assert.Empty(_cases.Opened);

        File.Move(Path.Combine(_path, "other.png.part"), Path.Combine(_path, "other.png"));
        await intake.Look(Stop);
        await intake.Look(Stop);
        Assert.Equal([".hidden.png", "done/other.png", "done/scan.png"], Files());
        // Both files hold the same bytes, so they are one case.
        Assert.Single(_cases.Opened);
    }

    [Fact]
    public async Task Opens_the_same_case_again_when_it_stopped_before_moving_the_file()
    {
        Write("a.png", Png);
        var first = Intake();
        await first.Look(Stop);
        await first.Look(Stop);
        Write("a.png", Png);

        var second = Intake();
        await second.Look(Stop);
        await second.Look(Stop);

        Assert.Single(_cases.Opened);
        Assert.Equal(1, _documents.Count);
        Assert.Equal(2, Files().Length);
    }

    [Fact]
    public async Task Puts_what_it_refuses_aside_with_the_reason()
    {
        var intake = Intake();
        Write("scan.png", "just text"u8.ToArray());

        await intake.Look(Stop);
        await intake.Look(Stop);

        Assert.Empty(_cases.Opened);
        Assert.Equal(["refused/scan.png", "refused/scan.png.reason.txt"], Files());
        Assert.Equal("The file's name ends in .png, so a PNG picture was expected; found plain text.\n",
            await File.ReadAllTextAsync(Path.Combine(_path, "refused/scan.png.reason.txt"), Stop));
    }

    [Fact]
    public async Task Puts_a_file_aside_when_the_case_is_refused_and_when_it_is_a_link()
    {
        _cases.Refusing = new Refusal(RefusalKind.Invalid, "variable-missing", "The variable is missing.", []);
        var secret = Path.GetTempFileName();
        await File.WriteAllBytesAsync(secret, Png, Stop);
        File.CreateSymbolicLink(Path.Combine(_path, "link.png"), secret);
        Write("b.png", Png);
        var intake = Intake();

        await intake.Look(Stop);
        await intake.Look(Stop);

        Assert.Equal(["refused/b.png", "refused/b.png.reason.txt", "refused/link.png", "refused/link.png.reason.txt"], Files());
        Assert.Equal("Expected a file, found a link to another place.\n",
            await File.ReadAllTextAsync(Path.Combine(_path, "refused/link.png.reason.txt"), Stop));
        File.Delete(secret);
    }

    [Fact]
    public async Task Leaves_files_alone_until_the_process_is_deployed()
    {
        Write("c.png", Png);
        var intake = new FolderIntake(Folder(), _documents, _cases, new FixedDeployments(), TimeProvider.System, NullLogger.Instance);

        await intake.Look(Stop);
        Assert.Equal(0, await intake.Look(Stop));

        Assert.Equal(["c.png"], Files());
    }

    private FolderIntake Intake() =>
        new(Folder(), _documents, _cases, new FixedDeployments(("invoice-approval", 2), ("invoice-approval", 3), ("other", 9)), TimeProvider.System,
        NullLogger.Instance);

    private WatchedFolder Folder() => new("post", _path, "invoice-approval", "document", TextFiles.Refuse);

    private void Write(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(_path, name), bytes);

    private string[] Files() =>
        [.. Directory.EnumerateFiles(_path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_path, file)).Order(StringComparer.Ordinal)];
}
