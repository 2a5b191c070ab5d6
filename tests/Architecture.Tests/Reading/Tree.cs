using System.Text;

namespace Architecture.Tests.Reading;

/// <summary>The files that a rule looks at: the repository's, or a handful that a test made up.</summary>
internal sealed class Tree
{
    private static readonly string[] LeftOut = ["bin", "obj", "node_modules", "dist", ".git", ".build", ".vs", "TestResults", "coverage"];
    private static readonly string[] Binary = [".png", ".jpg", ".jpeg", ".pdf", ".ico", ".woff", ".woff2", ".ttf", ".gz", ".zip", ".db", ".traineddata"];
    private readonly Dictionary<string, SourceFile> files;

    private Tree(Dictionary<string, SourceFile> files) => this.files = files;

    public IEnumerable<SourceFile> Files => files.Values.OrderBy(file => file.Path, StringComparer.Ordinal);

    public IEnumerable<SourceFile> CSharp => Files.Where(file => file.Is(".cs"));

    public IEnumerable<SourceFile> Web => Files.Where(file => file.Under("web/src") && (file.Is(".ts") || file.Is(".tsx")));

    public static Tree Of(params (string Path, string Text)[] files) =>
        new(files.ToDictionary(file => file.Path, file => new SourceFile(file.Path, file.Text), StringComparer.Ordinal));

    public static Tree OfRepository()
    {
        var root = RepositoryRoot.Path;
        var files = new Dictionary<string, SourceFile>(StringComparer.Ordinal);
        var folders = new Stack<string>([root]);
        while (folders.TryPop(out var folder))
        {
            foreach (var inner in Directory.EnumerateDirectories(folder))
            {
                var name = System.IO.Path.GetFileName(inner);
                if (!LeftOut.Contains(name) && !(folder == root && name == "data")) folders.Push(inner);
            }

            foreach (var file in Directory.EnumerateFiles(folder))
            {
                var path = System.IO.Path.GetRelativePath(root, file).Replace('\\', '/');
                // In a second checkout of one repository `.git` is a file with an absolute path.
                if (path != ".git") files[path] = new SourceFile(path, IsBinary(path) ? "" : File.ReadAllText(file, Encoding.UTF8));
            }
        }

        return new Tree(files);
    }

    public SourceFile? Find(string path) => files.GetValueOrDefault(path);

    public bool Exists(string path)
    {
        var wanted = path.TrimEnd('/');
        return files.ContainsKey(wanted) || files.Keys.Any(file => file.StartsWith(wanted + "/", StringComparison.Ordinal));
    }

    private static bool IsBinary(string path) => Binary.Any(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}
