using Ninben.Learning.Calibration;

namespace Ninben.Learning.Tests.Calibration;

public sealed class IntervalsTests
{
    // Known values: R's binom.test and prop.test(correct = FALSE), and "ln(delta)/ln(1-alpha)" for no hits.
    [Theory]
    [InlineData(0, 10, 0.95, 0.0, 0.3085)]
    [InlineData(10, 10, 0.95, 0.6915, 1.0)]
    [InlineData(5, 10, 0.95, 0.1871, 0.8129)]
    [InlineData(8, 10, 0.90, 0.4931, 0.9632)]
    public void Clopper_Pearson_gives_the_published_bounds(int hits, int trials, double confidence, double low, double high)
    {
        var bounds = Intervals.ClopperPearson(hits, trials, confidence);

        Assert.Equal(low, bounds.Low, 3);
        Assert.Equal(high, bounds.High, 3);
    }

    [Fact]
    public void No_hits_in_230_trials_bound_the_share_by_one_percent()
    {
        Assert.True(Intervals.UpperBound(0, 230, 0.1) <= 0.01);
        Assert.True(Intervals.UpperBound(0, 228, 0.1) > 0.01);
        Assert.Equal(1 - Math.Pow(0.1, 1.0 / 230), Intervals.UpperBound(0, 230, 0.1), 9);
    }

    [Theory]
    [InlineData(5, 10, 0.95, 0.2366, 0.7634)]
    [InlineData(0, 10, 0.95, 0.0, 0.2775)]
    public void Wilson_gives_the_published_bounds(int hits, int trials, double confidence, double low, double high)
    {
        var bounds = Intervals.Wilson(hits, trials, confidence);

        Assert.Equal(low, bounds.Low, 3);
        Assert.Equal(high, bounds.High, 3);
    }

    [Fact]
    public void The_binomial_distribution_holds_for_small_and_very_many_trials()
    {
        Assert.Equal(0.623046875, Intervals.BinomialCdf(5, 10, 0.5), 10);
        Assert.InRange(Intervals.BinomialCdf(50_000, 100_000, 0.5), 0.5, 0.502);
    }

    [Fact]
    public void Without_trials_nothing_is_known() => Assert.Equal(new Interval(0, 1), Intervals.ClopperPearson(0, 0, 0.9));

    [Fact]
    public void More_hits_than_trials_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Intervals.Wilson(3, 2, 0.9));
}
