using System.Text;
using Ninben.Connectors.Extraction;
using Ninben.Connectors.Ocr;
using Ninben.Connectors.Tests.Ocr;
using Ninben.Feel;
using Ninben.Runtime.Jobs;

namespace Ninben.Connectors.Tests.Extraction;

public sealed class ExtractionConnectorTests : IDisposable
{
    private const string Text = """
        Kestrel Office Supplies Ltd
        Invoice No: INV-2093
        Invoice date: 3 March 2026
        Net amount   200.00
        VAT 20%       40.00
        Total due   EUR 240.00
        """;

    private readonly FolderDocuments _documents = new();

    [Fact]
    public async Task Proposes_a_context_with_regions_that_name_the_document()
    {
        var document = await _documents.Add(Encoding.UTF8.GetBytes(Text), "text/plain", 1, "invoice.txt", TestContext.Current.CancellationToken);
        using var reader = new PageReader(_documents, new OcrOptions());
        var connector = new ExtractionConnector(_documents, reader);

        var answer = await connector.Perform(Call(FeelValue.From(document.Hash)), TestContext.Current.CancellationToken);

        var proposal = Assert.IsType<ConnectorAnswer.Proposed>(answer).Proposal;
        Assert.Equal(240.00m, proposal.Answer["total"].AsNumber());
        Assert.Equal("2026-03-03", proposal.Answer["date"].AsString());
        Assert.True(proposal.Answer["po"].IsNull);
        var total = proposal.Fields.Single(field => field.Name == "total");
        Assert.Equal(document.Hash, Assert.Single(total.Regions).Document);
        Assert.Null(total.Confidence.Calibrated);
        Assert.Equal(("extraction", "plain-text+rules"), (proposal.Source.Connector, proposal.Source.Model));
        Assert.Equal("invoice.txt", Assert.Single(proposal.Evidence).Name);
    }

    [Fact]
    public async Task An_unreadable_document_is_proposed_with_zero_confidence()
    {
        var document = await _documents.Add(Encoding.UTF8.GetBytes("?!"), "text/plain", 1, null, TestContext.Current.CancellationToken);
        using var reader = new PageReader(_documents, new OcrOptions());

        var answer = await new ExtractionConnector(_documents, reader).Perform(Call(FeelValue.From(document.Hash)), TestContext.Current.CancellationToken);

        var proposal = Assert.IsType<ConnectorAnswer.Proposed>(answer).Proposal;
        Assert.Equal(0m, proposal.Confidence!.Stated);
        Assert.Equal("unreadable", Assert.Single(proposal.Reasons).Code);
    }

    [Fact]
    public async Task Refuses_an_input_that_is_no_document()
    {
        using var reader = new PageReader(_documents, new OcrOptions());
        var connector = new ExtractionConnector(_documents, reader);

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => connector.Perform(Call(FeelValue.From("../../etc/passwd")),
            TestContext.Current.CancellationToken));

        Assert.False(failure.Retryable);
    }

    public void Dispose() => _documents.Dispose();

    private static ConnectorCall Call(FeelValue document) => new("case-1", "invoice-approval", "read", 1, FeelContext.Empty.With("document",
        document), FeelValue.Null, null);
}
