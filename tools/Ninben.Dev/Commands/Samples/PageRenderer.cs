using System.Globalization;
using Microsoft.Playwright;

namespace Ninben.Dev.Commands.Samples;

/// <summary>Draws pages in the machine's own Chromium and takes their picture the way a scanner would. Never downloads a browser.</summary>
internal sealed class PageRenderer : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private PageRenderer(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    /// <summary>Starts Chromium from its usual place, or from where NINBEN_CHROMIUM says.</summary>
    public static async Task<PageRenderer> Start()
    {
        var path = Environment.GetEnvironmentVariable("NINBEN_CHROMIUM") ?? "/usr/bin/chromium";
        if (!File.Exists(path)) throw new FileNotFoundException($"Expected Chromium at {path}; found nothing. Install it or set NINBEN_CHROMIUM.", path);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync"],
        });
        return new PageRenderer(playwright, browser);
    }

    /// <summary>A page of that size in pixels per CSS pixel, for many pictures.</summary>
    public async Task<IPage> Open(int width, int height, float scale)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            DeviceScaleFactor = scale,
        });
        return await context.NewPageAsync();
    }

    /// <summary>The picture of one sheet as JPEG, at the best quality that keeps it within <paramref name="mostBytes"/>.</summary>
    public static async Task<byte[]> Picture(IPage page, string body, ScanLook look, int mostBytes)
    {
        await page.SetContentAsync(Document(body, look));
        await page.EvaluateAsync(Grain, new { noise = look.Noise, seed = body.Length * 31 + (int)(look.SkewDegrees * 100) });
        for (var quality = look.Quality; ; quality -= 6)
        {
            var bytes = await page.ScreenshotAsync(new PageScreenshotOptions { Type = ScreenshotType.Jpeg, Quality = quality });
            if (bytes.Length <= mostBytes || quality <= 20) return bytes;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static string Document(string body, ScanLook look)
    {
        var random = new Random((int)(look.SkewDegrees * 1_000) + look.Stains);
        var stains = string.Concat(Enumerable.Range(0, look.Stains).Select(_ => string.Create(CultureInfo.InvariantCulture,
            $"<div class=stain style='left:{random.Next(10, 80)}%;top:{random.Next(15, 85)}%;width:{random.Next(60, 150)}px'></div>")));
        var fold = look.Fold ? "<div class=fold style='top:33.3%'></div><div class=fold style='top:66.6%'></div>" : "";
        var filter = string.Create(CultureInfo.InvariantCulture, $"contrast({look.Contrast}) blur({look.BlurPixels}px){(look.Grey ? " grayscale(1)" : "")}");
        return string.Create(CultureInfo.InvariantCulture, $$"""
            <!doctype html><meta charset=utf-8><style>
            html,body{margin:0;height:100%;overflow:hidden;background:#d9d7d2}
            #sheet{position:absolute;inset:0;background:#fdfcf9;transform:rotate({{look.SkewDegrees}}deg)}
            #scan{position:absolute;inset:0;filter:{{filter}}} #grain{position:absolute;inset:0;width:100%;height:100%;mix-blend-mode:multiply}
            .stain{position:absolute;aspect-ratio:1;border-radius:50%;
              background:radial-gradient(circle,rgba(120,90,40,.10) 55%,rgba(110,80,35,.34) 66%,rgba(110,80,35,0) 71%)}
            .fold{position:absolute;left:0;right:0;height:26px;
              background:linear-gradient(rgba(0,0,0,0),rgba(0,0,0,.20) 48%,rgba(255,255,255,.35) 54%,rgba(0,0,0,0))}
            {{InvoicePage.Css}}{{ReceiptSheet.Css}}
            </style><div id=scan><div id=sheet>{{body}}{{stains}}{{fold}}</div><canvas id=grain></canvas></div>
            """);
    }

    // A small fixed generator in the page: Math.random cannot be seeded, and the same seed must draw the same grain.
    private const string Grain = """
        ({noise, seed}) => {
          const canvas = document.getElementById('grain'), w = canvas.width = Math.round(innerWidth * 0.75), h = canvas.height = Math.round(innerHeight * 0.75);
          const context = canvas.getContext('2d'), image = context.createImageData(w, h); let s = (seed >>> 0) || 1;
          for (let i = 0; i < w * h; i++) {
            s ^= s << 13; s >>>= 0; s ^= s >>> 17; s ^= s << 5; s >>>= 0;
            const grain = 255 - Math.pow((s & 1023) / 1023, 3) * 255 * noise;
            image.data[4 * i] = image.data[4 * i + 1] = image.data[4 * i + 2] = grain; image.data[4 * i + 3] = 255;
          }
          context.putImageData(image, 0, 0);
        }
        """;
}
