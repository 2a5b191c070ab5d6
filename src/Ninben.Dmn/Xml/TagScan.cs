using System.Buffers;

namespace Ninben.Dmn.Xml;

/// <summary>
/// Looks over the bytes of a document before an XML reader sees them: the reader compares the attributes of an element with each other before anybody can
/// count them, which takes a tenth of a second for 100,000; a name of some megabytes takes as long.
/// </summary>
internal static class TagScan
{
    // Far more than the attributes of any model, and than the equal signs of an expression in CDATA that holds no other angle bracket.
    private const int MostEquals = 4_000;

    private const int MostBytes = 1_000_000;

    private static readonly SearchValues<byte> Marks = SearchValues.Create("<>="u8);

    /// <summary>Whether some tag has thousands of attributes, or a million characters.</summary>
    public static bool HasHugeTag(ReadOnlySpan<byte> xml)
    {
        int equals = 0;
        bool inTag = false;
        int length = 0;
        for (int at = xml.IndexOfAny(Marks); at >= 0; at = xml.IndexOfAny(Marks))
        {
            length += at + 1;
            if (inTag && length > MostBytes) return true;
            byte mark = xml[at];
            xml = xml[(at + 1)..];
            if (mark == (byte)'=')
            {
                if (inTag && ++equals > MostEquals) return true;
                continue;
            }

            // Comments, CDATA and instructions have no attributes.
            inTag = mark == (byte)'<' && !(xml.Length > 0 && xml[0] is (byte)'!' or (byte)'?');
            (equals, length) = (0, 0);
        }

        return inTag && length + xml.Length > MostBytes;
    }
}
