using Ninben.Bpmn.Cases;
using Ninben.Server.Histories;

namespace Ninben.Server.Tests.Histories;

public sealed class SentenceTests
{
    [Fact]
    public void Every_fact_has_a_sentence() =>
        Assert.Equal(FactCatalogue.All.Select(k => k.Type.Name).Order(), SentenceCatalogue.Types.Select(t => t.Name).Order());
}
