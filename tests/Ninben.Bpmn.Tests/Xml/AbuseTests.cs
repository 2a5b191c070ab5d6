using Ninben.Dev.Commands.Bench.Abuse;

namespace Ninben.Bpmn.Tests.Xml;

/// <summary>Models made to stop a machine or to read what is not theirs; how long each takes is what ./dev bench abuse measures.</summary>
public sealed class AbuseTests
{
    public static TheoryData<int, string> Attacks => [.. BpmnAttacks.All.Select((attack, at) => (at, attack.Name))];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void A_hostile_model_is_refused_or_ends_on_its_limit(int number, string name)
    {
        var attack = BpmnAttacks.All[number];

        var ended = attack.Run();

        Assert.True(attack.Expected.Split(" or ").Contains(ended), $"{name}: expected {attack.Expected}, found {ended}.");
    }
}
