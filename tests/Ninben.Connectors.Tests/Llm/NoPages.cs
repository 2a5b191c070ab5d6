using Ninben.Connectors.Ocr;

namespace Ninben.Connectors.Tests.Llm;

/// <summary>A page reader that is never asked.</summary>
internal sealed class NoPages : IPageReader
{
    public Task<DocumentText> Read(string hash, CancellationToken cancellationToken) => throw new NotSupportedException();
}
