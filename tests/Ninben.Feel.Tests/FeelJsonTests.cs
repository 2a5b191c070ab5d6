using System.Text;

namespace Ninben.Feel.Tests;

public sealed class FeelJsonTests
{
    [Theory]
    [InlineData("{\"b\":1,\"a\":[true,null,\"x\"]}", "{\"a\":[true,null,\"x\"],\"b\":1}")]
    [InlineData("1.2300", "1.23")]
    [InlineData("1e3", "1000")]
    [InlineData("-0.000", "0")]
    [InlineData("\"\\u0041\\u00e9\\n\\u0001/\"", "\"A\u00e9\\n\\u0001/\"")]
    [InlineData("12345678901234567890.12345678", "12345678901234567890.12345678")]
    public void Has_one_canonical_form(string json, string canonical)
    {
        Assert.Equal(canonical, Encoding.UTF8.GetString(FeelJson.ToCanonicalUtf8(FeelJson.Parse(json))));
    }

    [Theory]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"a\":1")]
    [InlineData("1 2")]
    [InlineData("1e7000")]
    [InlineData("0.12345678901234567890123456789012345")]
    [InlineData("\"\\ud800\"")]
    [InlineData("")]
    public void Refuses_what_it_cannot_hold(string json) => Assert.Throws<FormatException>(() => FeelJson.Parse(json));

    [Fact]
    public void Refuses_deep_nesting()
    {
        Assert.Throws<FormatException>(() => FeelJson.Parse(new string('[', 65) + new string(']', 65)));
        Assert.Equal(FeelKind.List, FeelJson.Parse(new string('[', 64) + new string(']', 64)).Kind);
    }

    [Fact]
    public void Temporal_values_are_strings_in_json()
    {
        FeelValue value = FeelExpression.Compile("{d: @\"2024-01-01\", r: [1..2], p: [@\"P1D\"]}", FeelScope.Of()).Expression!.EvaluateValue(FeelContext.Empty);

        Assert.Equal("{\"d\":\"2024-01-01\",\"r\":\"[1..2]\",\"p\":[\"P1D\"]}", FeelJson.ToJson(value));
        Assert.Equal(FeelValue.From("2024-01-01"), FeelJson.Plain(value)["d"]);
    }

    [Fact]
    public void Plain_values_can_always_be_read_back()
    {
        FeelValue deep = FeelValue.From(1);
        for (int i = 0; i < 500; i++) deep = FeelValue.ListOf(deep);

        FeelValue plain = FeelJson.Plain(deep);

        Assert.Equal(plain, FeelJson.Parse(FeelJson.ToJson(plain)));
    }
}
