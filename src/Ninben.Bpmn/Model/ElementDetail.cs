namespace Ninben.Bpmn.Model;

/// <summary>What only elements of one kind have. Every sealed case stands in the folder of its element under <c>Elements/</c>.</summary>
public abstract record ElementDetail
{
    private protected ElementDetail()
    {
    }
}
