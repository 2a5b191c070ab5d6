using Architecture.Tests.Reading;
using Architecture.Tests.Rules;

namespace Architecture.Tests;

/// <summary>The repository keeps every rule; a rule keeps its own examples.</summary>
public sealed class HouseTests
{
    private static readonly Lazy<Tree> Repository = new(Tree.OfRepository);

    public static TheoryData<string> Sentences => [.. RuleCatalogue.All.Select(rule => rule.Sentence)];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void The_repository_keeps_the_rule(string sentence)
    {
        var rule = RuleCatalogue.All.Single(rule => rule.Sentence == sentence);

        var found = rule.Check(Repository.Value).Select(violation => violation.ToString()).Distinct().ToList();

        Assert.True(found.Count == 0, $"{sentence}: {found.Count} places break this.\n{string.Join('\n', found.Take(60))}");
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void The_rule_accepts_its_good_example_and_finds_each_bad_one(string sentence)
    {
        var rule = RuleCatalogue.All.Single(rule => rule.Sentence == sentence);
        var examples = RuleExamples.All.Where(example => example.Sentence == sentence).ToList();
        Assert.NotEmpty(examples);

        foreach (var example in examples)
        {
            Assert.Empty(rule.Check(example.Good));
            Assert.All(example.Bad, bad => Assert.NotEmpty(rule.Check(bad)));
        }
    }

    [Fact]
    public void Every_example_belongs_to_a_rule() =>
        Assert.All(RuleExamples.All, example => Assert.Contains(RuleCatalogue.All, rule => rule.Sentence == example.Sentence));

    [Fact]
    public void The_repository_was_read()
    {
        Assert.NotNull(Repository.Value.Find("src/Ninben.Feel/Ninben.Feel.csproj"));
        Assert.True(Repository.Value.CSharp.Count() > 50);
    }
}
