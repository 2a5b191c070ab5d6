using System.Text;
using Ninben.Feel;

namespace Ninben.Bpmn.Tests.Xml;

public class ModelRuleTests
{
    public static TheoryData<string, int> Examples => [.. RuleExamples.All.Select((example, index) => (example.Code, index))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_model_that_breaks_a_rule_is_told_where_and_what_to_do(string code, int index)
    {
        var rule = ModelRules.All.Single(rule => rule.Code == code);

        var found = Found(RuleExamples.All[index].BrokenModel).Where(found => found.Code == code).ToList();

        var first = Assert.IsType<Diagnostic>(found.FirstOrDefault());
        Assert.Equal(rule.Severity, first.Severity);
        Assert.NotNull(first.Location.Element);
        Assert.True(first.Location.Line >= 1 && first.Location.Column >= 1);
        Assert.False(string.IsNullOrWhiteSpace(first.Hint));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_model_that_keeps_a_rule_is_not_accused(string code, int index) =>
        Assert.DoesNotContain(Found(RuleExamples.All[index].KeptModel), found => found.Code == code);

    [Fact]
    public void Every_rule_has_an_example() =>
        Assert.Empty(ModelRules.All.Select(rule => rule.Code).Except(RuleExamples.All.Select(example => example.Code)));

    [Fact]
    public void A_code_belongs_to_one_rule() => Assert.Equal(ModelRules.All.Length, ModelRules.All.Select(rule => rule.Code).Distinct().Count());

    private static System.Collections.Immutable.ImmutableArray<Diagnostic> Found(string xml)
    {
        var found = BpmnReader.Read(Encoding.UTF8.GetBytes(xml), "m.bpmn").Diagnostics;
        Assert.DoesNotContain(found, diagnostic => diagnostic.Code.StartsWith("xml-", StringComparison.Ordinal));
        return found;
    }
}
