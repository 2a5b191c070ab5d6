namespace Ninben.Connectors.Extraction.Fields;

/// <summary>Where a value's label stands.</summary>
internal enum LabelPlace
{
    None,
    Beside,
    Above,
}
