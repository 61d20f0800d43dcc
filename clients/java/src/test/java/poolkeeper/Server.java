package poolkeeper;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** One {@code poolkeeper dev --empty} on its own port, stopped when closed. */
final class Server implements AutoCloseable {
    static final String PASSWORD = "Correct-horse-7";

    private static final Path BINARY = Path.of("../../target/release/poolkeeper");

    private final Path folder;
    private final Process process;
    private final URI url;

    /** Returns once the server listens. */
    Server() throws IOException {
        if (!Files.isRegularFile(BINARY)) {
            throw new IllegalStateException(BINARY + " is missing: run `cargo build --release` first");
        }
        folder = Files.createTempDirectory("poolkeeper-java-");
        process = new ProcessBuilder(
                        BINARY.toString(), "dev", "--empty", "--listen", "127.0.0.1:0",
                        "--data", folder.resolve("data").toString())
                .redirectInput(new File("/dev/null"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = process.inputReader();
        String firstLine = output.readLine();
        if (firstLine == null || !firstLine.contains("http://")) {
            close();
            throw new IllegalStateException("the server printed no address: " + firstLine);
        }
        url = URI.create(firstLine.substring(firstLine.indexOf("http://")).strip());
        // Reads the rest, so that the server never blocks on a full pipe.
        Thread reader = new Thread(() -> output.lines().forEach(line -> {}));
        reader.setDaemon(true);
        reader.start();
    }

    /** A client that talks only to this server. */
    CognitoIdentityProviderClient client() {
        return CognitoIdentityProviderClient.builder()
                .endpointOverride(url)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** The last code sent to a user, from the inbox. */
    String lastCode(String username) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/_poolkeeper/inbox"))
                .header("Accept", "application/json")
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        for (JsonNode message : JsonNode.parser().parse(response.body()).asObject().get("messages").asArray()) {
            if (message.field("username").filter(name -> name.text().equals(username)).isPresent()) {
                return message.asObject().get("code").text();
            }
        }
        throw new IllegalStateException("no message was sent to " + username);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
