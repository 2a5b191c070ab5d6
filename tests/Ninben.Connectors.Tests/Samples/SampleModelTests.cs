using System.Collections.Immutable;
using Ninben.Bpmn;
using Ninben.Connectors.Documents;
using Ninben.Dmn;
using Ninben.Feel;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Proposals;
using Ninben.Testing.Samples;

namespace Ninben.Connectors.Tests.Samples;

public sealed class SampleModelTests
{
    [Fact]
    public void Reads_four_samples_with_an_expectation_for_every_case()
    {
        var samples = SampleLoader.LoadAll(SampleFolder.Path);

        Assert.Equal([("claims-handling", 5), ("expense-audit", 8), ("invoice-approval", 24), ("refund", 8)],
            samples.Select(sample => (sample.Name, sample.Cases.Length)));
        Assert.Equal(12, samples[2].Cases.Count(item => item.Expected.Outcome == "pass"));
        Assert.Equal(3, samples[2].Cases.Count(item => item.TextDocuments.Count > 0));
    }

    [Theory]
    [InlineData("invoice-approval")]
    [InlineData("expense-audit")]
    [InlineData("refund")]
    [InlineData("claims-handling")]
    public void Has_models_without_errors_that_name_each_other(string name)
    {
        var sample = SampleLoader.Load(Path.Combine(SampleFolder.Path, name));

        var process = BpmnReader.Read(sample.Process, "process.bpmn");
        var decisions = DmnReader.Read(sample.Decisions, "decisions.dmn");

        Assert.Equal([], process.Diagnostics.Select(diagnostic => $"{diagnostic.Code} {diagnostic.Message}"));
        Assert.Equal([], decisions.Diagnostics.Select(diagnostic => $"{diagnostic.Code} {diagnostic.Message}"));
        Assert.Equal(name, process.Process!.Id);
        Assert.All(process.Process.Decisions, decision => Assert.NotNull(decisions.Model!.Find(decision)));
        Assert.All(sample.Cases, item => Assert.Contains(item.Expected.End, process.Process.Elements.Keys));
    }

    [Fact]
    public void Judges_every_invoice_as_expected_when_it_was_read_rightly_and_measured()
    {
        var sample = SampleLoader.Load(Path.Combine(SampleFolder.Path, "invoice-approval"));
        var truths = FeelJson.Parse(File.ReadAllBytes(Path.Combine(SampleFolder.Path, "invoice-approval", "documents", "documents.json")))["documents"]
            .AsList();
        foreach (var item in sample.Cases)
        {
            var document = truths.Single(entry => entry["file"].AsString() == item.BusinessKey + ".jpg");
            var flaws = document["flaws"].AsList().Select(flaw => flaw.AsString()).ToList();
            // What the reader tells by itself: two dates and unreadable pages. Everything else the policy sees in the values.
            var told = flaws.Where(flaw => flaw is "two-dates" or "unreadable").Select(flaw => new Reason(flaw, flaw)).ToImmutableArray();
            var confidence = flaws.Contains("unreadable") ? 0.3m : 0.99m;

            var judgement = Judge(sample, "invoice-gate", item.Variables, Proposed(document["truth"], told, confidence), "read");

            AssertAsExpected(item, judgement);
            if (flaws.Contains("bank-changed")) Assert.Equal((FrictionTier.High, "ap-leads"), (judgement.Tier, judgement.Group));
        }
    }

    [Fact]
    public void Holds_everything_as_long_as_nothing_was_measured()
    {
        var sample = SampleLoader.Load(Path.Combine(SampleFolder.Path, "invoice-approval"));
        var truth = FeelJson.Parse(
            """{"number":"INV-1","vendor":"Halden Bearings Ltd","iban":"GB84NBNB77666832954472","po":"PO-1","net":100,"tax":20,"total":120}""");

        var judgement = Judge(sample, "invoice-gate", FeelContext.Empty, Proposed(truth, [], calibrated: null), "read");
        var passed = Judge(sample, "invoice-gate", FeelContext.Empty, Proposed(truth, [], calibrated: 0.98m), "read");

        Assert.Equal((GateOutcome.Hold, "not-measured"), (judgement.Outcome, Assert.Single(judgement.Reasons).Code));
        Assert.Equal(GateOutcome.Pass, passed.Outcome);
    }

    [Theory]
    [InlineData("""{"total":999.99}""", GateOutcome.Pass, "")]
    [InlineData("""{"total":1000,"net":833.33,"tax":166.67}""", GateOutcome.Hold, "over-limit")]
    [InlineData("""{"total":-5,"net":-4,"tax":-1}""", GateOutcome.Block, "not-an-invoice")]
    [InlineData("""{"total":null}""", GateOutcome.Hold, "amount-missing")]
    [InlineData("""{"vendor":"Nobody Ltd"}""", GateOutcome.Hold, "vendor-unknown")]
    [InlineData("""{"vendor":null}""", GateOutcome.Hold, "vendor-unknown")]
    [InlineData("""{"iban":null}""", GateOutcome.Hold, "account-missing")]
    [InlineData("""{"iban":"GB84 NBNB 7766 6832 9544 72"}""", GateOutcome.Pass, "")]
    [InlineData("""{"iban":"GB00NBNB77666832954472"}""", GateOutcome.Hold, "bank-changed")]
    [InlineData("""{"confidence":1,"flags":[],"po":null}""", GateOutcome.Hold, "po-missing")]
    public void Judges_invoices_at_their_limits(string changes, GateOutcome outcome, string reason)
    {
        var sample = SampleLoader.Load(Path.Combine(SampleFolder.Path, "invoice-approval"));
        var truth = FeelJson.Parse(
            """{"number":"INV-1","vendor":"HALDEN BEARINGS """ +
                """LTD.","iban":"GB84NBNB77666832954472","po":"PO-1","net":833.33,"tax":166.66,"total":999.99}""").AsContext();
        foreach (var (name, value) in FeelJson.Parse(changes).AsContext()) truth = truth.With(name, value);

        var judgement = Judge(sample, "invoice-gate", FeelContext.Empty, Proposed(FeelValue.From(truth), [], 0.99m), "read");

        Assert.Equal(outcome, judgement.Outcome);
        if (reason.Length > 0) Assert.Contains(reason, judgement.Reasons.Select(found => found.Code));
    }

    [Fact]
    public void Judges_every_expense_as_expected()
    {
        var sample = SampleLoader.Load(Path.Combine(SampleFolder.Path, "expense-audit"));
        foreach (var item in sample.Cases)
        {
            var variables = item.Documents.Count > 0 ? item.Variables.With("receipt", FeelValue.From("hash")) : item.Variables;
            var assessment = Decision(sample, "expense-policy").Evaluate(variables).Output;

            AssertAsExpected(item, Judge(sample, "expense-gate", variables, Bare(assessment, []), "assess"));
            Assert.Equal(item.Expected.Task is null && item.Expected.End != "refused", item.Expected.End == "paid" && assessment["within"] == FeelValue.True);
        }
    }

    [Theory]
    [InlineData("40", GateOutcome.Pass)]
    [InlineData("500", GateOutcome.Pass)]
    [InlineData("500.01", GateOutcome.Hold)]
    [InlineData("0", GateOutcome.Hold)]
    [InlineData("null", GateOutcome.Hold)]
    [InlineData("\"12\"", GateOutcome.Hold)]
    public void Judges_what_is_about_to_be_paid(string amount, GateOutcome outcome)
    {
        var sample = SampleLoader.Load(Path.Combine(SampleFolder.Path, "expense-audit"));
        var payload = FeelContext.Empty.With("amount", FeelJson.Parse(amount));

        Assert.Equal(outcome, Judge(sample, "payment-gate", FeelContext.Empty, Bare(FeelValue.From(payload), []), "pay").Outcome);
    }

    [Fact]
    public void Judges_every_refund_as_expected()
    {
        var sample = SampleLoader.Load(Path.Combine(SampleFolder.Path, "refund"));
        foreach (var item in sample.Cases)
        {
            var (claimed, paid) = (item.Variables["claimed"].AsNumber(), item.Variables["paid"].AsNumber());
            var answer = FeelContext.Empty.With("amount", FeelValue.From(Math.Min(claimed, paid))).With("cause", item.Variables["cause"]);
            ImmutableArray<Reason> told = claimed > paid ? [new Reason("claimed-more", "More.")] : [];

            AssertAsExpected(item, Judge(sample, "refund-gate", item.Variables, Bare(FeelValue.From(answer), told), "propose"));
        }
    }

    [Fact]
    public void Has_documents_that_pass_the_upload_checks_and_are_small()
    {
        foreach (var file in SampleLoader.LoadAll(SampleFolder.Path).SelectMany(sample => sample.Cases)
            .SelectMany(item => item.Documents.Values.Concat(item.TextDocuments.Values)))
        {
            Assert.Equal(file.MediaType, UploadReader.Check(file.Bytes.Span, file.MediaType, file.Name, TextFiles.Accept).Document!.MediaType);
            Assert.InRange(file.Bytes.Length, 200, 90 * 1024);
        }
    }

    private static void AssertAsExpected(SampleCase item, GateJudgement judgement)
    {
        var found = $"{item.BusinessKey}: {judgement.Outcome} {string.Join(", ", judgement.Reasons.Select(reason => reason.Code))}";
        Assert.True(string.Equals(item.Expected.Outcome, judgement.Outcome.ToString(), StringComparison.OrdinalIgnoreCase), found);
        foreach (var reason in item.Expected.Reasons) Assert.True(judgement.Reasons.Any(given => given.Code == reason), found);
        if (item.Expected.Outcome == "hold" && item.Expected.Verdict is { } verdict) Assert.True(judgement.Group == verdict.By, $"{found}: {judgement.Group}");
    }

    private static DecisionDefinition Decision(Sample sample, string id) => DmnReader.Read(sample.Decisions, null).Model!.Find(id)!;

    private static GateJudgement Judge(Sample sample, string gate, FeelContext variables, Proposal proposal, string element)
    {
        var inputs = GateInputs.Of(variables, proposal, element);
        return GatePolicy.Judge(FeelJson.Plain(Decision(sample, gate).Evaluate(inputs).Output), new GateBasis(new PolicyRef(gate, 1, ""), [], inputs, 50));
    }

    private static Proposal Proposed(FeelValue answer, ImmutableArray<Reason> reasons, decimal? calibrated)
    {
        var fields = answer.AsContext()
            .Select(entry => new ProposedField(entry.Key, entry.Key, entry.Value, new Confidence(0.9m, calibrated), [], [], [])).ToImmutableArray();
        return new Proposal(answer, fields, null, reasons, [], new ProposalSource("test", "test", "1"));
    }

    private static Proposal Bare(FeelValue answer, ImmutableArray<Reason> reasons) =>
        new(answer, [], null, reasons, [], new ProposalSource("test", "test", "1"));
}
