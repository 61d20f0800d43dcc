"""SRP sign-in step by step, with pycognito computing the client's values."""

from pycognito.aws_srp import AWSSRP

from pools import PASSWORD


class Exchange:
    """One SRP sign-in, step by step."""

    def __init__(self, app, username="alice", password=PASSWORD):
        self.app = app
        self.srp = AWSSRP(username, password, app.pool_id, app.id, client=app.idp, client_secret=app.secret)
        self.asked = self.srp.get_auth_params()
        self.challenge = app.idp.initiate_auth(AuthFlow="USER_SRP_AUTH", ClientId=app.id, AuthParameters=self.asked)
        self.parameters = self.challenge["ChallengeParameters"]

    def responses(self) -> dict:
        return self.srp.process_challenge(self.parameters, self.asked)

    def finish(self, responses=None) -> dict:
        """Answers without a Session, as widely used clients do."""
        return self.app.idp.respond_to_auth_challenge(
            ClientId=self.app.id,
            ChallengeName="PASSWORD_VERIFIER",
            ChallengeResponses=responses or self.responses(),
        )
