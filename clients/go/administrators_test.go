package clients

import (
	"errors"
	"sort"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	idp "github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider"
	"github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider/types"
)

func TestAnAdministratorManagesUsersGroupsAndPools(t *testing.T) {
	client := start(t).client(t)
	pool, app := poolAndClient(t, client)
	for _, name := range []string{"ann", "ben", "cat", "dan", "eve"} {
		made, err := client.AdminCreateUser(background, &idp.AdminCreateUserInput{
			UserPoolId: &pool, Username: aws.String(name), MessageAction: types.MessageActionTypeSuppress,
		})
		ok(t, err)
		same(t, made.User.UserStatus, types.UserStatusTypeForceChangePassword)
	}
	ann := aws.String("ann")
	_, err := client.AdminSetUserPassword(background, &idp.AdminSetUserPasswordInput{
		UserPoolId: &pool, Username: ann, Password: aws.String(password), Permanent: true,
	})
	ok(t, err)
	described, err := client.AdminGetUser(background, &idp.AdminGetUserInput{UserPoolId: &pool, Username: ann})
	ok(t, err)
	same(t, described.UserStatus, types.UserStatusTypeConfirmed)
	same(t, described.Enabled, true)
	same(t, described.UserCreateDate.After(*described.UserLastModifiedDate), false)

	var listed []string
	pages := idp.NewListUsersPaginator(client, &idp.ListUsersInput{UserPoolId: &pool, Limit: aws.Int32(2)})
	for pages.HasMorePages() {
		page, err := pages.NextPage(background)
		ok(t, err)
		for _, user := range page.Users {
			listed = append(listed, *user.Username)
		}
	}
	sort.Strings(listed)
	same(t, strings.Join(listed, " "), "ann ben cat dan eve")

	_, err = client.CreateGroup(background, &idp.CreateGroupInput{UserPoolId: &pool, GroupName: aws.String("staff")})
	ok(t, err)
	_, err = client.AdminAddUserToGroup(background, &idp.AdminAddUserToGroupInput{
		UserPoolId: &pool, Username: ann, GroupName: aws.String("staff"),
	})
	ok(t, err)
	members, err := client.ListUsersInGroup(background, &idp.ListUsersInGroupInput{
		UserPoolId: &pool, GroupName: aws.String("staff"),
	})
	ok(t, err)
	same(t, len(members.Users), 1)
	_, err = client.AdminDeleteUser(background, &idp.AdminDeleteUserInput{UserPoolId: &pool, Username: ann})
	ok(t, err)
	_, err = client.AdminGetUser(background, &idp.AdminGetUserInput{UserPoolId: &pool, Username: ann})
	var gone *types.UserNotFoundException
	same(t, errors.As(err, &gone), true)
	same(t, gone.ErrorMessage(), "User does not exist.")

	shown, err := client.DescribeUserPoolClient(background, &idp.DescribeUserPoolClientInput{
		UserPoolId: &pool, ClientId: &app,
	})
	ok(t, err)
	same(t, *shown.UserPoolClient.ClientName, "go")
	_, err = client.DeleteUserPool(background, &idp.DeleteUserPoolInput{UserPoolId: &pool})
	ok(t, err)
	_, err = client.DescribeUserPool(background, &idp.DescribeUserPoolInput{UserPoolId: &pool})
	var noPool *types.ResourceNotFoundException
	same(t, errors.As(err, &noPool), true)
	same(t, noPool.ErrorMessage(), "User pool "+pool+" does not exist.")
}
