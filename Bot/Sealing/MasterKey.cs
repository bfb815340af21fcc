using System.Security.Cryptography;
using ChatbotSante.Bot.Ports;

namespace ChatbotSante.Bot.Sealing;

/// <summary>The installation's master key: wraps data keys, derives every other secret.</summary>
internal sealed class MasterKey(byte[] key) : IInstallationSecrets
{
    /// <summary>Length of the key, in bytes.</summary>
    public const int Length = 32;

    /// <inheritdoc />
    public byte[] Derive(string purpose) =>
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            key,
            Length,
            info: System.Text.Encoding.UTF8.GetBytes("chatbotsante/" + purpose)
        );

    /// <summary>Reads the key, or makes it where that is allowed.</summary>
    /// <param name="options">Where it lies.</param>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="isProduction">True refuses to make one, and one inside the data folder.</param>
    /// <param name="canMake">False for a command, which has nothing to open where no server has run.</param>
    /// <exception cref="MasterKeyException">It is missing, misplaced or not a key.</exception>
    public static MasterKey Load(
        SealingOptions options,
        string dataFolder,
        bool isProduction,
        bool canMake = true
    )
    {
        var path = options.KeyFile;
        if (isProduction)
        {
            if (path.Length == 0)
            {
                throw new MasterKeyException("set Sealing:KeyFile");
            }

            var inside =
                Path.TrimEndingDirectorySeparator(Path.GetFullPath(dataFolder))
                + Path.DirectorySeparatorChar;
            if (Path.GetFullPath(path).StartsWith(inside, StringComparison.Ordinal))
            {
                throw new MasterKeyException("Sealing:KeyFile must lie outside Data:Folder");
            }
        }

        if (path.Length == 0)
        {
            path = Path.Combine(dataFolder, "keys", "master.key");
            if (!File.Exists(path) && canMake)
            {
                Make(path);
            }
        }

        return Read(path);
    }

    private static MasterKey Read(string path)
    {
        try
        {
            if (
                !OperatingSystem.IsWindows()
                && (File.GetUnixFileMode(path) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite))
                    != UnixFileMode.None
            )
            {
                throw new MasterKeyException(
                    "Sealing:KeyFile can be read by everyone; run chmod 600 on it"
                );
            }

            var key = Convert.FromBase64String(File.ReadAllText(path).Trim());
            return key.Length == Length
                ? new MasterKey(key)
                : throw new MasterKeyException("Sealing:KeyFile is not 32 bytes of base64");
        }
        catch (Exception inner)
            when (inner is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new MasterKeyException("Sealing:KeyFile cannot be read", inner);
        }
    }

    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(
            System.Text.Encoding.ASCII.GetBytes(
                Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length))
            )
        );
        file.Flush(flushToDisk: true);
    }
}
