using Ninben.Dev.Commands.Bench.Abuse;

namespace Ninben.Dmn.Tests;

/// <summary>Models made to stop a machine or to read what is not theirs; how long each takes is what ./dev bench abuse measures.</summary>
public sealed class AbuseTests
{
    public static TheoryData<int, string> Attacks => [.. DmnAttacks.All.Select((attack, at) => (at, attack.Name))];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void A_hostile_model_is_refused_or_ends_on_its_limit(int number, string name)
    {
        AbuseCase attack = DmnAttacks.All[number];

        string ended = attack.Run();

        Assert.True(attack.Expected.Split(" or ").Contains(ended), $"{name}: expected {attack.Expected}, found {ended}.");
    }
}
