namespace Ninben.Connectors.Extraction.Fields;

/// <summary>Which sums come out among the amounts of one reading.</summary>
internal sealed class AmountSums
{
    private const int MostItems = 60;

    private readonly IReadOnlyList<LabelledAmount> _amounts;
    private readonly HashSet<decimal> _cashLessChange = [];
    private readonly HashSet<decimal> _wholes = [];
    private readonly HashSet<decimal> _itemSums = [];
    private readonly HashSet<decimal> _abovePaid = [];
    private readonly HashSet<decimal> _taxSummary = [];

    public AmountSums(IReadOnlyList<LabelledAmount> amounts)
    {
        _amounts = amounts;
        Largest = amounts.Where(amount => !amount.Has(AmountRoles.Paid | AmountRoles.Change | AmountRoles.Count)).Select(amount =>
            amount.Value).DefaultIfEmpty().Max();
        LargestTotal = amounts.Where(amount => amount.IsTotal).Select(amount => amount.Value).DefaultIfEmpty().Max();
        LastTotal = LastTotalBeforePaid();
        FindCash();
        FindParts();
        FindItems();
    }

    /// <summary>Largest amount that is not labelled as money handed over or back.</summary>
    public decimal Largest { get; }

    public decimal LargestTotal { get; }

    /// <summary>The last amount labelled as a total before the first money handed over; null when there is none.</summary>
    public decimal? LastTotal { get; }

    public bool IsCashLessChange(decimal value) => value > 0 && _cashLessChange.Contains(value);

    public bool PartsAddUp(decimal value) => value > 0 && _wholes.Contains(value);

    public bool ItemsAddUp(decimal value) => value > 0 && _itemSums.Contains(value);

    public bool IsAbovePaid(decimal value) => _abovePaid.Contains(value);

    public bool IsInTaxSummary(decimal value) => _taxSummary.Contains(value);

    private decimal? LastTotalBeforePaid()
    {
        var paid = _amounts.FirstOrDefault(amount => amount.Has(AmountRoles.Paid | AmountRoles.Change) && !amount.IsTotal)?.LineIndex ?? int.MaxValue;
        return _amounts.LastOrDefault(amount => amount.IsTotal && amount.LineIndex < paid && amount.Value > 0)?.Value;
    }

    private void FindCash()
    {
        foreach (var paid in _amounts.Where(amount => amount.Has(AmountRoles.Paid)))
        {
            foreach (var change in _amounts.Where(amount => amount.Has(AmountRoles.Change) && amount.LineIndex >= paid.LineIndex
                && amount.LineIndex - paid.LineIndex <= 4))
            {
                if (paid.Value >= change.Value) _cashLessChange.Add(paid.Value - change.Value);
            }

            foreach (var above in _amounts.Where(amount => amount.LineIndex < paid.LineIndex
                && paid.LineIndex - amount.LineIndex <= 2)) _abovePaid.Add(above.Value);
        }
    }

    // Net and tax, or subtotal and tax, or either with a rounding of at most five cents.
    private void FindParts()
    {
        var parts = _amounts.Where(amount => amount.Value > 0).ToList();
        foreach (var tax in parts.Where(amount => amount.Has(AmountRoles.Tax) || IsSummaryTax(amount)))
        {
            foreach (var net in parts.Where(amount => amount.Value > tax.Value && Math.Abs(amount.LineIndex - tax.LineIndex) <= 4
                && !ReferenceEquals(amount, tax)))
            {
                if (!IsPlausibleRate(tax.Value, net.Value)) continue;
                _wholes.Add(net.Value + tax.Value);
                if (net.LineIndex == tax.LineIndex) _taxSummary.Add(net.Value);
                foreach (var rounding in Roundings()) _wholes.Add(net.Value + tax.Value + rounding);
            }
        }

        foreach (var sub in parts.Where(amount => amount.Has(AmountRoles.Sub | AmountRoles.Total)))
        {
            foreach (var discount in _amounts.Where(amount => amount.Value != 0 && amount.Has(AmountRoles.Discount | AmountRoles.Rounding)
                && !amount.IsTotal && amount.LineIndex > sub.LineIndex))
            {
                _wholes.Add(sub.Value + discount.Value);
                if (discount.Value < sub.Value) _wholes.Add(sub.Value - discount.Value);
            }
        }
    }

    private IEnumerable<decimal> Roundings() =>
        _amounts.Where(amount => amount.Has(AmountRoles.Rounding) && Math.Abs(amount.Value) is > 0 and <= 0.05m).SelectMany(amount =>
            new[] { amount.Value, -amount.Value }).Distinct();

    private static bool IsPlausibleRate(decimal tax, decimal net) => net > 0 && tax / net is > 0.01m and < 0.3m;

    private bool IsSummaryTax(LabelledAmount amount) => _amounts.Any(other => other.LineIndex == amount.LineIndex
        && other.Mention.Start < amount.Mention.Start);

    // The last amounts of lines that follow one another, up to a line that is labelled as something else.
    private void FindItems()
    {
        var run = 0m;
        var count = 0;
        foreach (var line in _amounts.GroupBy(amount => amount.LineIndex).OrderBy(group => group.Key))
        {
            var last = line.Last();
            if (last.Has(AmountRoles.Sub | AmountRoles.Total | AmountRoles.Final | AmountRoles.Paid))
            {
                if (count > 0) _itemSums.Add(run);
                if (!last.Has(AmountRoles.Sub)) return;
                continue;
            }

            if (last.Has(AmountRoles.Tax | AmountRoles.Rounding)) continue;
            if (count++ >= MostItems) return;
            run += last.Value;
        }
    }
}
