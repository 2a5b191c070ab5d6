namespace Ninben.Feel.Tests;

public sealed class FeelContextTests
{
    [Fact]
    public void Keeps_the_order_of_entries_and_compares_by_content()
    {
        FeelContext context = FeelContext.Empty.With("b", FeelValue.From(1)).With("a", FeelValue.From(2)).With("b", FeelValue.From(3));

        Assert.Equal(["b", "a"], context.Keys);
        Assert.Equal(FeelContext.Empty.With("a", FeelValue.From(2.0m)).With("b", FeelValue.From(3)), context);
        Assert.Equal(["a"], context.Without("b").Keys);
        Assert.True(FeelValue.From(context)["nothing"].IsNull);
        Assert.True(FeelValue.From(1)["nothing"].IsNull);
        Assert.Throws<InvalidOperationException>(() => FeelValue.From(1).AsString());
    }

    [Fact]
    public void Large_contexts_find_their_entries()
    {
        FeelContext context = FeelContext.Of(Enumerable.Range(0, 100).Select(i => KeyValuePair.Create("k" + i, FeelValue.From(i))));

        Assert.All(Enumerable.Range(0, 100), i => Assert.Equal(FeelValue.From(i), context["k" + i]));
    }
}
