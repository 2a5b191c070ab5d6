using Ninben.Learning.Calibration;

namespace Ninben.Learning.Tests.Calibration;

public sealed class FitTests
{
    [Fact]
    public void Isotonic_regression_pools_values_that_fall()
    {
        Assert.Equal([1, 2.5, 2.5, 4], IsotonicFit.Fit([1, 3, 2, 4]));
        Assert.Equal([2, 2, 2], IsotonicFit.Fit([3, 2, 1]));
    }

    [Fact]
    public void Platt_recovers_the_curve_that_the_trials_were_drawn_from()
    {
        // A model that is too sure of itself: truly sigmoid(0.5 logit - 0.3).
        var random = new Random(11);
        var trials = Enumerable.Range(0, 20_000).Select(_ =>
        {
            var stated = 0.02 + 0.96 * random.NextDouble();
            var truth = 1 / (1 + Math.Exp(-(0.5 * Math.Log(stated / (1 - stated)) - 0.3)));
            return new Trial(stated, random.NextDouble() < truth);
        }).ToList();

        var fit = PlattFit.Fit(trials);

        Assert.InRange(fit.Slope, 0.45, 0.55);
        Assert.InRange(fit.Offset, -0.36, -0.24);
        Assert.True(CalibrationError.EqualWidth([.. trials.Select(trial => trial with { Stated = fit.Apply(trial.Stated) })], 15) < 0.02);
        Assert.True(CalibrationError.EqualWidth(trials, 15) > 0.05);
    }

    [Fact]
    public void Platt_stays_finite_when_every_answer_is_right()
    {
        var fit = PlattFit.Fit([.. Enumerable.Range(0, 50).Select(i => new Trial(0.5 + i / 120.0, true))]);

        Assert.InRange(fit.Apply(0.9), 0.5, 0.9999);
    }

    [Fact]
    public void Bins_cover_all_from_the_lowest_trial_on_rise_and_keep_their_counts()
    {
        var random = new Random(5);
        var trials = Enumerable.Range(0, 400).Select(_ => random.NextDouble()).Select(stated => new Trial(stated,
            random.NextDouble() < stated * stated)).ToList();

        var bins = BinnedFit.Fit(trials, 40);

        Assert.True(bins.Length >= 3);
        Assert.Equal((trials.Min(trial => trial.Stated), 1.0), (bins[0].From, bins[^1].To));
        Assert.Equal(400, bins.Sum(bin => bin.Count));
        Assert.All(bins.Zip(bins.Skip(1)), pair => Assert.True(pair.First.To == pair.Second.From && pair.First.Calibrated <= pair.Second.Calibrated));
    }

    [Fact]
    public void Neighbouring_bins_without_an_error_are_one_so_that_their_answers_count_together()
    {
        var trials = Enumerable.Range(0, 130).Select(i => new Trial(0.8 + i / 1400.0, i >= 30)).ToList();

        var bins = BinnedFit.Fit(trials, 30);

        Assert.Equal([30, 100], bins.Select(bin => bin.Count));
        Assert.Equal(101.0 / 102, bins[^1].Calibrated, 10);
    }

    [Fact]
    public void Answers_that_were_stated_much_lower_keep_a_bin_of_their_own_however_right_they_were()
    {
        var trials = Enumerable.Range(0, 200).Select(i => new Trial(i < 20 ? 0.5 + i / 1000.0 : 0.95 + i / 10_000.0, true)).ToList();

        var bins = BinnedFit.Fit(trials, 10);

        Assert.Equal([21.0 / 22, 181.0 / 182], bins.Select(bin => bin.Calibrated));
    }

    [Fact]
    public void One_lucky_answer_far_below_the_others_does_not_get_their_share()
    {
        var trials = Enumerable.Range(0, 100).Select(_ => new Trial(0.95, true)).Append(new Trial(0.4, true)).ToList();

        var bins = BinnedFit.Fit(trials, 30);

        Assert.Equal([(0.4, 2.0 / 3), (0.95, 101.0 / 102)], bins.Select(bin => (bin.From, bin.Calibrated)));
    }

    [Fact]
    public void Few_trials_make_one_bin_that_is_never_certain()
    {
        var bin = Assert.Single(BinnedFit.Fit([new Trial(0.9, true), new Trial(0.8, true)], 30));

        Assert.Equal(0.75, bin.Calibrated, 10);
        Assert.Empty(BinnedFit.Fit([], 30));
    }

    [Fact]
    public void Calibration_error_is_the_mean_distance()
    {
        Trial[] trials = [new(0.9, true), new(0.9, false), new(0.1, false), new(0.1, false)];

        Assert.Equal(0.5 * 0.4 + 0.5 * 0.1, CalibrationError.EqualWidth(trials, 10), 10);
        Assert.Equal(0.25, CalibrationError.EqualMass(trials, 2), 10);
    }
}
