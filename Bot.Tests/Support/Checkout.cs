namespace ChatbotSante.Tests.Support;

/// <summary>The working copy that the tests were built from: where the scripts, fixtures and proofs lie.</summary>
internal static class Checkout
{
    /// <summary>The folder of <c>ChatbotSante.sln</c>.</summary>
    public static string Root { get; } = Find();

    /// <summary>An absolute path from one inside the working copy, such as <c>Bot.Tests/Clients</c>.</summary>
    public static string PathOf(string relative) => Path.GetFullPath(Path.Combine(Root, relative));

    private static string Find()
    {
        for (
            var folder = AppContext.BaseDirectory;
            folder is not null;
            folder = Path.GetDirectoryName(folder)
        )
        {
            if (File.Exists(Path.Combine(folder, "ChatbotSante.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException(
            $"No ChatbotSante.sln above {AppContext.BaseDirectory}."
        );
    }
}
