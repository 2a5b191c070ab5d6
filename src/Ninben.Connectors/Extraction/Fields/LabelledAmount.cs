using Ninben.Connectors.Extraction.Layout;
using Ninben.Connectors.Extraction.Values;

namespace Ninben.Connectors.Extraction.Fields;

/// <summary>An amount with what its label says, in one reading.</summary>
internal sealed record LabelledAmount(decimal Value, AmountRoles Roles, LabelPlace Place, int Reading, int LineIndex, TextLine Line, AmountMention Mention)
{
    public Spot Spot => Line.SpotAt(Mention.Start, Mention.Length);

    public bool Has(AmountRoles roles) => (Roles & roles) != 0;

    /// <summary>Said to be a total that includes everything.</summary>
    public bool IsTotal => Has(AmountRoles.Total | AmountRoles.Final)
        && !Has(AmountRoles.Sub | AmountRoles.Paid | AmountRoles.Change | AmountRoles.Count | AmountRoles.Discount | AmountRoles.Before)
        && (!Has(AmountRoles.Tax) || Has(AmountRoles.Including | AmountRoles.Final));

    /// <summary>Every amount of a reading with its label: the words before it in its line, else those of the line above.</summary>
    public static IReadOnlyList<LabelledAmount> All(Reading reading, int index)
    {
        var found = new List<LabelledAmount>();
        for (var i = 0; i < reading.Lines.Count; i++)
        {
            var line = reading.Lines[i];
            var mentions = AmountReader.Read(line.Text);
            foreach (var mention in mentions)
            {
                var (label, place) = LabelOf(reading, i, mention);
                found.Add(new LabelledAmount(mention.Value, RoleReader.Read(label), place, index, i, line, mention));
            }
        }

        return found;
    }

    private static (string Label, LabelPlace Place) LabelOf(Reading reading, int index, AmountMention mention)
    {
        var before = reading.Lines[index].Text[..mention.Start];
        if (before.Count(char.IsLetter) >= 2) return (before, LabelPlace.Beside);
        if (index == 0) return (before, LabelPlace.None);
        var above = reading.Lines[index - 1];
        if (above.Page != reading.Lines[index].Page || AmountReader.Read(above.Text).Count > 0) return (before, LabelPlace.None);
        return RoleReader.Read(above.Text) == AmountRoles.None ? (before, LabelPlace.None) : (above.Text, LabelPlace.Above);
    }
}
