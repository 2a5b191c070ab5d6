using Ninben.Feel;
using Ninben.Oversight.Proposals;
using Ninben.Oversight.Reviews;
using Ninben.Oversight.Subjects;

namespace Ninben.Bpmn.Tests;

/// <summary>Persons, proposals and verdicts of the tests.</summary>
internal static class People
{
    public static Person Mara { get; } = new("mara", "Mara Klein", ["reviewer"], ["ap-clerks"]);

    public static Person Jonas { get; } = new("jonas", "Jonas Brandt", ["reviewer"], ["ap-clerks"]);

    public static Person Outsider { get; } = new("olga", "Olga Petrov", ["reviewer"], ["other"]);

    public static Person Admin { get; } = new("ada", "Ada Admin", ["admin"], []);

    public static FeelValue Feel(string text) => FeelExpression.Compile(text, FeelScope.Open).Expression!.EvaluateValue(FeelContext.Empty);

    public static Proposal Invoice(decimal? calibrated = 0.5m, string total = "120.50", params Reason[] flags) => new(
        Feel($$"""{number: "INV-20931", vendor: "Northwind Bearings", total: {{total}}}"""),
        [
            new ProposedField("total", "Total", Feel(total), new Confidence(0.97m, calibrated, calibrated is null ? null : "read@1"), [.. flags],
                [new EvidenceRegion(new string('a', 64), 1, 0.1m, 0.2m, 0.3m, 0.04m, total)], []),
        ],
        null, [], [new EvidenceDocument(new string('a', 64), "image/png", 1, "invoice.png")], new ProposalSource("extraction", "ocr", "1"));

    public static Verdict Say(VerdictKind kind, string shown, params Reason[] reasons) => new(kind, shown, [.. reasons], [], [], [], null, 1200);

    public static Reason Wrong { get; } = new("wrong-data", "A value is wrong");
}
