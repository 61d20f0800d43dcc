// Package clients runs the AWS SDK for Go v2, unmodified, against the release binary. The SDK is Debian's package:
// GO111MODULE=off GOPATH=/usr/share/gocode go test
package clients

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/credentials"
	idp "github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider"
)

const password = "Correct-horse-7"

var background = context.Background()

// server is one `poolkeeper dev --empty` on its own port.
type server struct {
	url string
}

// start returns once the server listens; the server stops with the test.
func start(t *testing.T) server {
	t.Helper()
	binary, err := filepath.Abs("../../target/release/poolkeeper")
	ok(t, err)
	data := filepath.Join(t.TempDir(), "data")
	process := exec.Command(binary, "dev", "--empty", "--listen", "127.0.0.1:0", "--data", data)
	output, err := process.StdoutPipe()
	ok(t, err)
	if err := process.Start(); err != nil {
		t.Fatalf("%v: run `cargo build --release` first", err)
	}
	t.Cleanup(func() {
		ok(t, process.Process.Signal(os.Interrupt))
		ok(t, process.Wait())
	})
	said := bufio.NewReader(output)
	first, err := said.ReadString('\n')
	ok(t, err)
	go io.Copy(io.Discard, said)
	return server{url: strings.TrimSpace(first[strings.Index(first, "http://"):])}
}

// client talks only to this server.
func (s server) client(t *testing.T) *idp.Client {
	t.Helper()
	settings, err := config.LoadDefaultConfig(background,
		config.WithRegion("eu-west-1"),
		config.WithCredentialsProvider(credentials.NewStaticCredentialsProvider("any", "any", "")))
	ok(t, err)
	return idp.NewFromConfig(settings, idp.WithEndpointResolver(idp.EndpointResolverFromURL(s.url)))
}

// lastCode is the last code sent to a user, from the inbox.
func (s server) lastCode(t *testing.T, username string) string {
	t.Helper()
	request, err := http.NewRequest(http.MethodGet, s.url+"/_poolkeeper/inbox", nil)
	ok(t, err)
	request.Header.Set("Accept", "application/json")
	answer, err := http.DefaultClient.Do(request)
	ok(t, err)
	defer answer.Body.Close()
	var inbox struct {
		Messages []struct{ Username, Code string }
	}
	ok(t, json.NewDecoder(answer.Body).Decode(&inbox))
	for _, message := range inbox.Messages {
		if message.Username == username {
			return message.Code
		}
	}
	t.Fatalf("nothing was sent to %s", username)
	return ""
}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func same[T comparable](t *testing.T, got, want T) {
	t.Helper()
	if got != want {
		t.Fatalf("got %v, want %v", got, want)
	}
}
