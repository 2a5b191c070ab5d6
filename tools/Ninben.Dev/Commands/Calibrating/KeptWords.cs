using System.Security.Cryptography;
using System.Text.Json;
using Ninben.Connectors.Ocr;

namespace Ninben.Dev.Commands.Calibrating;

/// <summary>Reads the documents of a folder, and keeps their words when there is a folder for them: reading takes minutes, judging words none.</summary>
internal sealed class KeptWords(PageReader reader, string documents, string? kept)
{
    /// <summary>The words of a document, from those kept when the file is still the same.</summary>
    public async Task<DocumentText> Read(string file, CancellationToken cancellationToken)
    {
        var path = Path.Combine(documents, file);
        if (kept is null) return await reader.ReadFile(path, MediaTypeOf(file), cancellationToken);
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path, cancellationToken)));
        var target = Path.Combine(Directory.CreateDirectory(kept).FullName, hash + ".json");
        if (File.Exists(target)) return JsonSerializer.Deserialize<DocumentText>(await File.ReadAllTextAsync(target, cancellationToken))!;
        var text = await reader.ReadFile(path, MediaTypeOf(file), cancellationToken);
        await File.WriteAllTextAsync(target, JsonSerializer.Serialize(text), cancellationToken);
        return text;
    }

    private static string MediaTypeOf(string file) => Path.GetExtension(file).ToUpperInvariant() switch
    {
        ".PNG" => "image/png",
        ".PDF" => "application/pdf",
        ".TXT" => "text/plain",
        _ => "image/jpeg",
    };
}
