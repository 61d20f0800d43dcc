package poolkeeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

/** What an application's users do: sign up, sign in with a password, refresh, sign out. */
class UsersTest {
    private static Server server;
    private static CognitoIdentityProviderClient idp;

    private String clientId;

    @BeforeAll
    static void start() throws Exception {
        server = new Server();
        idp = server.client();
    }

    @AfterAll
    static void stop() throws Exception {
        idp.close();
        server.close();
    }

    @BeforeEach
    void createPoolAndClient() {
        String poolId = idp.createUserPool(pool -> pool
                        .poolName("java")
                        .autoVerifiedAttributes(VerifiedAttributeType.EMAIL))
                .userPool()
                .id();
        clientId = idp.createUserPoolClient(client -> client
                        .userPoolId(poolId)
                        .clientName("java")
                        .explicitAuthFlows(
                                ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH,
                                ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH))
                .userPoolClient()
                .clientId();
    }

    @Test
    void aUserSignsUpSignsInRefreshesAndSignsOut() throws Exception {
        SignUpResponse signedUp = signUp("alice", Server.PASSWORD);
        assertFalse(signedUp.userConfirmed());
        assertEquals("a***@e***", signedUp.codeDeliveryDetails().destination());
        confirm("alice", server.lastCode("alice"));

        AuthenticationResultType tokens = signIn("alice", Server.PASSWORD);
        assertEquals("Bearer", tokens.tokenType());
        assertEquals(3600, tokens.expiresIn());
        String accessToken = idp.initiateAuth(auth -> auth
                        .clientId(clientId)
                        .authFlow(AuthFlowType.REFRESH_TOKEN_AUTH)
                        .authParameters(Map.of("REFRESH_TOKEN", tokens.refreshToken())))
                .authenticationResult()
                .accessToken();
        var user = idp.getUser(get -> get.accessToken(accessToken));
        assertEquals("alice", user.username());
        assertEquals("alice@example.com", attribute(user.userAttributes(), "email"));
        assertEquals("true", attribute(user.userAttributes(), "email_verified"));

        idp.changePassword(change -> change
                .accessToken(accessToken)
                .previousPassword(Server.PASSWORD)
                .proposedPassword("Another-horse-8"));
        signIn("alice", "Another-horse-8");
        idp.globalSignOut(out -> out.accessToken(accessToken));
        var revoked = assertThrows(NotAuthorizedException.class, () -> idp.getUser(get -> get.accessToken(accessToken)));
        assertEquals("Access Token has been revoked", revoked.awsErrorDetails().errorMessage());
    }

    @Test
    void refusalsHaveTheirTypes() throws Exception {
        assertThrows(UserNotFoundException.class, () -> signIn("alice", Server.PASSWORD));
        var weak = assertThrows(InvalidPasswordException.class, () -> signUp("alice", "Sh0rt-!"));
        assertEquals(
                "Password did not conform with policy: Password not long enough",
                weak.awsErrorDetails().errorMessage());
        signUp("alice", Server.PASSWORD);
        assertThrows(UsernameExistsException.class, () -> signUp("alice", Server.PASSWORD));
        assertThrows(UserNotConfirmedException.class, () -> signIn("alice", Server.PASSWORD));

        var mismatch = assertThrows(CodeMismatchException.class, () -> confirm("alice", "000000"));
        assertEquals(
                "Invalid verification code provided, please try again.",
                mismatch.awsErrorDetails().errorMessage());
        assertEquals("CodeMismatchException", mismatch.awsErrorDetails().errorCode());
        assertEquals(400, mismatch.statusCode());
        assertFalse(mismatch.requestId().isEmpty());
        confirm("alice", server.lastCode("alice"));
        var wrong = assertThrows(NotAuthorizedException.class, () -> signIn("alice", "Wrong-horse-7"));
        assertEquals("Incorrect username or password.", wrong.awsErrorDetails().errorMessage());
    }

    private SignUpResponse signUp(String username, String password) {
        return idp.signUp(request -> request
                .clientId(clientId)
                .username(username)
                .password(password)
                .userAttributes(AttributeType.builder().name("email").value(username + "@example.com").build()));
    }

    private void confirm(String username, String code) {
        idp.confirmSignUp(request -> request.clientId(clientId).username(username).confirmationCode(code));
    }

    private AuthenticationResultType signIn(String username, String password) {
        return idp.initiateAuth(auth -> auth
                        .clientId(clientId)
                        .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                        .authParameters(Map.of("USERNAME", username, "PASSWORD", password)))
                .authenticationResult();
    }

    private static String attribute(Iterable<AttributeType> attributes, String name) {
        for (AttributeType attribute : attributes) {
            if (attribute.name().equals(name)) {
                return attribute.value();
            }
        }
        return null;
    }
}
