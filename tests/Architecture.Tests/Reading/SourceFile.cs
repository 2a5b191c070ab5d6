namespace Architecture.Tests.Reading;

/// <summary>One file of the repository: its path with forward slashes from the root, and its text (empty for a binary file).</summary>
internal sealed class SourceFile(string path, string text)
{
    private string? code;
    private string[]? lines;

    public string Path { get; } = path;

    public string Text { get; } = text;

    /// <summary>File name without folders.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Folder without a closing slash; empty for the root.</summary>
    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : "";

    /// <summary>C# without the contents of comments, strings and characters; line numbers and columns stay.</summary>
    public string Code => code ??= CodeText.Strip(Text);

    public string[] Lines => lines ??= Text.Split('\n');

    public bool Is(string extension) => Path.EndsWith(extension, StringComparison.Ordinal);

    public bool Under(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    public int LineOf(int index) => Text.AsSpan(0, Math.Min(index, Text.Length)).Count('\n') + 1;
}
