using Ninben.Feel;
using Ninben.Oversight.Proposals;
using Ninben.Runtime.Deployments;

namespace Ninben.Runtime.Tests.Deployments;

public sealed class CalibrationTableTests
{
    [Theory]
    [InlineData("reader", "2", 0.97)]
    [InlineData("reader", "3", null)]
    [InlineData("other", "2", null)]
    public void Calibrates_the_answers_of_the_reader_and_version_that_was_measured_and_no_other(string model, string version, double? expected)
    {
        var table = CalibrationTable.Read("""
            {"process": "p", "element": "e", "model": "reader@2", "fields": {"total": [{"from": 0.5, "to": 1, "calibrated": 0.97, "n": 30}]}}
            """u8.ToArray(), null).Table!;

        var calibrated = table.Apply(Proposal(model, version, 0.8m), "p/e@1");

        Assert.Equal((decimal?)expected, calibrated.Fields[0].Confidence.Calibrated);
    }

    [Fact]
    public void Leaves_an_answer_below_everything_that_was_measured_uncalibrated()
    {
        var table = CalibrationTable.Read("""
            {"process": "p", "element": "e", "fields": {"total": [{"from": 0.5, "to": 1, "calibrated": 0.97, "n": 30}]}}
            """u8.ToArray(), null).Table!;

        Assert.Null(table.Apply(Proposal("any", "1", 0.4m), "p/e@1").Fields[0].Confidence.Calibrated);
        Assert.Equal(0.97m, table.Apply(Proposal("any", "1", 1m), "p/e@1").Fields[0].Confidence.Calibrated);
    }

    private static Proposal Proposal(string model, string version, decimal stated) => new(FeelValue.From(1m),
        [new ProposedField("total", "Total", FeelValue.From(1m), new Confidence(stated), [], [], [])], null, [], [],
        new ProposalSource("extraction", model, version));
}
