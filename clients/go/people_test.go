package clients

import (
	"errors"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	idp "github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider"
	"github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider/types"
)

// poolAndClient creates a pool that verifies email addresses, and an app client.
func poolAndClient(t *testing.T, client *idp.Client) (string, string) {
	t.Helper()
	pool, err := client.CreateUserPool(background, &idp.CreateUserPoolInput{
		PoolName:               aws.String("go"),
		AutoVerifiedAttributes: []types.VerifiedAttributeType{types.VerifiedAttributeTypeEmail},
	})
	ok(t, err)
	app, err := client.CreateUserPoolClient(background, &idp.CreateUserPoolClientInput{
		UserPoolId: pool.UserPool.Id,
		ClientName: aws.String("go"),
		ExplicitAuthFlows: []types.ExplicitAuthFlowsType{
			types.ExplicitAuthFlowsTypeAllowUserPasswordAuth, types.ExplicitAuthFlowsTypeAllowRefreshTokenAuth,
		},
	})
	ok(t, err)
	return *pool.UserPool.Id, *app.UserPoolClient.ClientId
}

func signIn(client *idp.Client, app string, password string) (*types.AuthenticationResultType, error) {
	answer, err := client.InitiateAuth(background, &idp.InitiateAuthInput{
		ClientId:       &app,
		AuthFlow:       types.AuthFlowTypeUserPasswordAuth,
		AuthParameters: map[string]string{"USERNAME": "alice", "PASSWORD": password},
	})
	if err != nil {
		return nil, err
	}
	return answer.AuthenticationResult, nil
}

func TestAUserSignsUpSignsInRefreshesAndSignsOut(t *testing.T) {
	server := start(t)
	client := server.client(t)
	_, app := poolAndClient(t, client)
	alice := aws.String("alice")
	signUp := &idp.SignUpInput{
		ClientId: &app, Username: alice, Password: aws.String(password),
		UserAttributes: []types.AttributeType{{Name: aws.String("email"), Value: aws.String("alice@example.com")}},
	}
	signedUp, err := client.SignUp(background, signUp)
	ok(t, err)
	same(t, signedUp.UserConfirmed, false)
	same(t, *signedUp.CodeDeliveryDetails.Destination, "a***@e***")
	_, err = client.SignUp(background, signUp)
	var taken *types.UsernameExistsException
	same(t, errors.As(err, &taken), true)

	_, err = signIn(client, app, password)
	var early *types.UserNotConfirmedException
	same(t, errors.As(err, &early), true)
	confirm := &idp.ConfirmSignUpInput{ClientId: &app, Username: alice, ConfirmationCode: aws.String("000000")}
	_, err = client.ConfirmSignUp(background, confirm)
	var mismatch *types.CodeMismatchException
	same(t, errors.As(err, &mismatch), true)
	same(t, mismatch.ErrorMessage(), "Invalid verification code provided, please try again.")
	confirm.ConfirmationCode = aws.String(server.lastCode(t, "alice"))
	_, err = client.ConfirmSignUp(background, confirm)
	ok(t, err)

	_, err = signIn(client, app, "Wrong-horse-7")
	var refused *types.NotAuthorizedException
	same(t, errors.As(err, &refused), true)
	same(t, refused.ErrorMessage(), "Incorrect username or password.")
	tokens, err := signIn(client, app, password)
	ok(t, err)
	same(t, tokens.ExpiresIn, 3600)
	refreshed, err := client.InitiateAuth(background, &idp.InitiateAuthInput{
		ClientId:       &app,
		AuthFlow:       types.AuthFlowTypeRefreshTokenAuth,
		AuthParameters: map[string]string{"REFRESH_TOKEN": *tokens.RefreshToken},
	})
	ok(t, err)
	access := refreshed.AuthenticationResult.AccessToken
	user, err := client.GetUser(background, &idp.GetUserInput{AccessToken: access})
	ok(t, err)
	same(t, *user.Username, "alice")
	_, err = client.GlobalSignOut(background, &idp.GlobalSignOutInput{AccessToken: access})
	ok(t, err)
	_, err = client.GetUser(background, &idp.GetUserInput{AccessToken: access})
	same(t, errors.As(err, &refused), true)
	same(t, refused.ErrorMessage(), "Access Token has been revoked")
}
